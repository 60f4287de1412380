package io.liying.skill.translate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.i18n.api.Language;
import io.liying.network.api.WebAnswer;
import io.liying.network.api.WebClient;
import io.liying.network.api.WebException;
import io.liying.network.api.WebRequest;
import io.liying.skill.api.TranslationException;
import io.liying.skill.api.TranslationException.Reason;
import io.liying.skill.api.Translator;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Asks LibreTranslate or DeepL, and keeps what they said. */
@Component(
        service = {Translator.class, ServiceTranslator.class},
        configurationPid = "io.liying.skills")
@Designate(ocd = TranslateConfig.class)
public final class ServiceTranslator implements Translator {

    private static final int MOST_BYTES = 200_000;

    /** Longer texts are rarely asked for twice. */
    private static final int LONGEST_KEPT = 4_000;

    private final WebClient client;
    private final LinkedHashMap<Asked, String> kept = new LinkedHashMap<>(16, 0.75f, true);
    private volatile TranslateConfig config;

    @Activate
    public ServiceTranslator(TranslateConfig config, @Reference WebClient client) {
        this.client = client;
        this.config = config;
    }

    private record Asked(String text, Language from, Language to) {}

    /** Loads Jackson when it is first needed, not when LiYing starts. */
    private static final class Json {

        static final ObjectMapper MAPPER = new ObjectMapper();
    }

    @Modified
    void modified(TranslateConfig changed) {
        synchronized (kept) {
            kept.clear();
            config = changed;
        }
    }

    @Override
    public Optional<String> service() {
        String address = config.translate_url();
        if (address.isBlank()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(address);
            return Optional.of(uri.isAbsolute() && uri.getHost() != null ? uri.getHost() : address);
        } catch (IllegalArgumentException malformed) {
            return Optional.of(address);
        }
    }

    @Override
    public String translate(String text, Language from, Language to) throws TranslationException, InterruptedException {
        TranslateConfig current = config;
        if (current.translate_url().isBlank()) {
            throw new TranslationException(Reason.OFF, "translate_url is empty");
        }
        Asked asked = new Asked(text, from, to);
        Optional<String> known = known(asked);
        if (known.isPresent()) {
            return known.get();
        }
        String translated = ask(current, asked);
        keep(asked, translated, current);
        return translated;
    }

    private Optional<String> known(Asked asked) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(asked));
        }
    }

    /** Unless another service was named meanwhile. */
    private void keep(Asked asked, String translated, TranslateConfig source) {
        if (asked.text().length() + translated.length() > LONGEST_KEPT) {
            return;
        }
        synchronized (kept) {
            if (source == config) {
                kept.put(asked, translated);
                while (kept.size() > source.translate_cache()) {
                    kept.pollFirstEntry();
                }
            }
        }
    }

    private String ask(TranslateConfig current, Asked asked) throws TranslationException, InterruptedException {
        try {
            WebAnswer answer = client.send(
                    current.translate_service().equals("deepl") ? deepl(current, asked) : libre(current, asked));
            Optional<String> read = answer.succeeded() ? read(current, answer.body()) : Optional.empty();
            return read.filter(found -> !found.isBlank())
                    .orElseThrow(() -> new TranslationException(
                            Reason.STRANGE, "the translation service answered with status " + answer.status()));
        } catch (WebException failure) {
            Reason reason = switch (failure.reason()) {
                case TIMEOUT -> Reason.TIMEOUT;
                case TOO_LARGE -> Reason.STRANGE;
                case UNREACHABLE -> Reason.UNREACHABLE;
            };
            throw new TranslationException(reason, String.valueOf(failure.getMessage()), failure);
        } catch (IllegalArgumentException malformed) {
            throw new TranslationException(
                    Reason.BAD_ADDRESS, "translate_url is no web address: " + current.translate_url(), malformed);
        }
    }

    private static WebRequest libre(TranslateConfig current, Asked asked) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "q",
                asked.text(),
                "source",
                asked.from().code(),
                "target",
                asked.to().code(),
                "format",
                "text"));
        if (!current._translate_key().isBlank()) {
            body.put("api_key", current._translate_key());
        }
        return request(current, "/translate", Map.of(), body);
    }

    private static WebRequest deepl(TranslateConfig current, Asked asked) {
        return request(
                current,
                "/v2/translate",
                Map.of("Authorization", "DeepL-Auth-Key " + current._translate_key()),
                Map.of(
                        "text", List.of(asked.text()),
                        "source_lang", asked.from().code().toUpperCase(Locale.ROOT),
                        "target_lang", asked.to().code().toUpperCase(Locale.ROOT)));
    }

    private static WebRequest request(
            TranslateConfig current, String path, Map<String, String> headers, Map<String, Object> body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        try {
            return new WebRequest(
                    WebRequest.address(current.translate_url(), path, Map.of()),
                    all,
                    Optional.of(Json.MAPPER.writeValueAsString(body)),
                    Duration.ofSeconds(current.translate_seconds()),
                    MOST_BYTES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a text cannot be written as JSON", impossible);
        }
    }

    private static Optional<String> read(TranslateConfig current, String body) {
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            JsonNode text = current.translate_service().equals("deepl")
                    ? tree.path("translations").path(0).path("text")
                    : tree.path("translatedText");
            return text.isTextual() ? Optional.of(text.textValue()) : Optional.empty();
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }
}
