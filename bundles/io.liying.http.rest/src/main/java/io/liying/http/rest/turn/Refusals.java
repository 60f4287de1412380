package io.liying.http.rest.turn;

import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnInput;
import io.liying.conversation.api.TurnRefusedException;
import io.liying.conversation.api.TurnRequest;
import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import java.util.Map;

/** Turns without an answer as problems. */
public final class Refusals {

    private Refusals() {}

    /** A turn that was not accepted, in the language of the request. */
    public static ProblemException of(TurnRefusedException refused, TurnRequest request, Language reader, Texts texts) {
        String code = refused.reason().code();
        return switch (refused.reason()) {
            case MESSAGE_EMPTY -> texts.problem(400, code, reader);
            case MESSAGE_TOO_LONG -> texts.problem(413, code, reader, Map.of("length", length(request)));
            case SESSION_UNKNOWN ->
                texts.problem(
                        404, code, reader, Map.of("session", request.sessionId().orElse("")));
            case QUEUE_FULL -> texts.problem(429, code, reader);
            case STOPPING -> texts.problem(503, code, reader);
        };
    }

    private static int length(TurnRequest request) {
        return switch (request.input()) {
            case TurnInput.Text(String text) -> text.length();
        };
    }

    /** A turn that failed; its message is already in the person's language. */
    public static ProblemException of(TurnEvent.Failed failed) {
        int status = switch (failed.code()) {
            case "turn.timeout" -> 504;
            case "storage.failed", "server.stopping" -> 503;
            default -> failed.code().endsWith(".unavailable") ? 503 : 500;
        };
        return new ProblemException(status, failed.code(), failed.message());
    }
}
