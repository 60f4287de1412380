package io.liying.speech.remote;

import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Vocabulary;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Sends whole utterances to a server, if one is configured. */
@Component(configurationPid = "io.liying.speech")
@Designate(ocd = RemoteConfig.class)
public final class RemoteRecognizer implements SpeechRecognizer {

    static final String ID = "remote";

    private final Set<Language> languages;
    private final RemoteServer server;

    /** @throws IllegalArgumentException if the address or a language is none */
    @Activate
    public RemoteRecognizer(RemoteConfig config) {
        String endpoint = config.remote_endpoint().strip();
        languages = endpoint.isEmpty() ? Set.of() : languages(config.remote_languages());
        server = new RemoteServer(
                address(endpoint),
                config.remote_model(),
                config._remote_key(),
                Duration.ofSeconds(config.remote_seconds()));
    }

    private static Set<Language> languages(String[] codes) {
        if (codes.length == 0) {
            return EnumSet.allOf(Language.class);
        }
        Set<Language> languages = EnumSet.noneOf(Language.class);
        for (String code : codes) {
            languages.add(Language.of(code)
                    .orElseThrow(() -> new IllegalArgumentException("speech.remote_languages: \"" + code
                            + "\" is none of "
                            + Arrays.toString(Arrays.stream(Language.values())
                                    .map(Language::code)
                                    .toArray()))));
        }
        return languages;
    }

    private static URI address(String endpoint) {
        URI address = URI.create((endpoint.endsWith("/") ? endpoint : endpoint + "/") + "audio/transcriptions");
        if (!endpoint.isEmpty()
                && (address.getHost() == null || !address.getScheme().startsWith("http"))) {
            throw new IllegalArgumentException("speech.remote_endpoint: \"" + endpoint
                    + "\" is no address; write one such as http://127.0.0.1:8000/v1");
        }
        return address;
    }

    @Deactivate
    void stop() {
        server.close();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Language> languages() {
        return Set.copyOf(languages);
    }

    @Override
    public Stream open(Language language, Vocabulary vocabulary, Consumer<String> partial) throws SpeechException {
        return new WholeUtterance(server, language, vocabulary);
    }
}
