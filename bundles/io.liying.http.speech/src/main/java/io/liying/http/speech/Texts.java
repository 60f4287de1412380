package io.liying.http.speech;

import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechTexts;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The words for what is wrong with a request or with speech; also in the form that OpenAI's clients read. */
@Component(service = Texts.class)
public final class Texts {

    private final Messages messages;
    private final SpeechTexts speech;

    @Activate
    public Texts(@Reference MessageCatalogs catalogs, @Reference SpeechTexts speech) {
        this.messages = catalogs.of(Texts.class);
        this.speech = speech;
    }

    ProblemException problem(int status, String code, Language reader, Map<String, ?> arguments) {
        return problem(status, code, messages.text(reader, code, arguments));
    }

    ProblemException problem(SpeechException failure, Language reader) {
        return problem(status(failure.code()), failure.code(), speech.text(failure, reader));
    }

    /** What is wrong, in a person's language. */
    String text(SpeechException failure, Language reader) {
        return speech.text(failure, reader);
    }

    private static int status(String code) {
        return switch (code) {
            case "audio.long" -> 413;
            case "audio.format", "audio.encoding" -> 415;
            case "engine.unknown", "language.unheard" -> 422;
            case "model.unknown" -> 404;
            case "model.present" -> 409;
            case "model.none", "model.checksum" -> 422;
            case "model.room" -> 507;
            case "model.stays" -> 500;
            case "engine.none", "engine.busy", "engine.gone", "model.memory", "sources.full" -> 503;
            case "engine.slow" -> 504;
            case "engine.failed", "engine.unreachable", "model.broken", "model.damaged", "model.fetch" -> 502;
            default -> 400;
        };
    }

    private static ProblemException problem(int status, String code, String detail) {
        String type = status < 500 ? "invalid_request_error" : "server_error";
        return new ProblemException(
                status, code, detail, Map.of("error", Map.of("message", detail, "type", type, "code", code)));
    }
}
