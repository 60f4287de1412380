package io.liying.http.voice;

import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechTexts;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Says in the reader's language what is wrong with a request to speak. */
@Component(service = VoiceTexts.class)
public final class VoiceTexts {

    private final Messages messages;
    private final Optional<SpeechTexts> speechTexts;

    @Activate
    public VoiceTexts(
            @Reference MessageCatalogs catalogs,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    Optional<SpeechTexts> speechTexts) {
        this.messages = catalogs.of(VoiceTexts.class);
        this.speechTexts = speechTexts;
    }

    ProblemException problem(int status, String code, Language reader, Map<String, ?> arguments) {
        return problem(status, code, messages.text(reader, code, arguments));
    }

    ProblemException problem(SpeechException failure, Language reader) {
        int status = switch (failure.code()) {
            case "voice.unknown" -> 400;
            default -> 503;
        };
        return problem(status, failure.code(), text(failure, reader));
    }

    String text(SpeechException failure, Language reader) {
        return speechTexts
                .map(texts -> texts.text(failure, reader))
                .orElseGet(() -> String.valueOf(failure.getMessage()));
    }

    /** With a member that OpenAI's clients read. */
    private static ProblemException problem(int status, String code, String detail) {
        String type = status < 500 ? "invalid_request_error" : "server_error";
        return new ProblemException(
                status, code, detail, Map.of("error", Map.of("message", detail, "type", type, "code", code)));
    }
}
