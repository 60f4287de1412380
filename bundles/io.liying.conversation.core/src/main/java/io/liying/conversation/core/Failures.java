package io.liying.conversation.core;

import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnRefusedException;
import io.liying.conversation.api.TurnRefusedException.Reason;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import java.util.Map;

/** The words for what went wrong. */
final class Failures {

    private final Messages messages;

    Failures(Messages messages) {
        this.messages = messages;
    }

    TurnRefusedException refused(Reason reason, Language language, Map<String, ?> arguments) {
        return new TurnRefusedException(reason, messages.text(language, reason.code(), arguments));
    }

    TurnEvent timeout(RunningTurn turn) {
        return failed(turn, "turn.timeout");
    }

    TurnEvent internal(RunningTurn turn) {
        return failed(turn, "turn.failed");
    }

    TurnEvent storage(RunningTurn turn) {
        return failed(turn, "storage.failed");
    }

    private TurnEvent failed(RunningTurn turn, String code) {
        Language language = turn.language();
        return new TurnEvent.Failed(turn.sessionId(), turn.id(), code, messages.text(language, code), language);
    }
}
