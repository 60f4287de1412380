package io.liying.nlu.training;

import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnHook;
import io.liying.nlu.api.training.TrainingException;
import io.liying.security.api.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the owner's turns, never at those of others, and keeps the unsure ones for a review. */
final class UnsureTurns implements TurnHook {

    /** Sessions of which the words of the running turn are remembered. */
    private static final int SESSIONS = 256;

    private final ReviewFile queue;
    private final Map<String, String> said = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > SESSIONS;
        }
    };

    UnsureTurns(ReviewFile queue) {
        this.queue = queue;
    }

    @Override
    public String messageReceived(String personId, String sessionId, String text) {
        if (personId.equals(Person.OWNER)) {
            synchronized (said) {
                said.put(sessionId, text);
            }
        }
        return text;
    }

    @Override
    public void messageProcessed(String personId, TurnEvent outcome) throws TrainingException {
        @Nullable String text;
        synchronized (said) {
            text = said.remove(outcome.sessionId());
        }
        if (text != null && outcome instanceof TurnEvent.Completed turn) {
            queue.consider(
                    text,
                    turn.language().language(),
                    turn.intent().intent(),
                    turn.intent().confidence(),
                    turn.intent().alternatives());
        }
    }
}
