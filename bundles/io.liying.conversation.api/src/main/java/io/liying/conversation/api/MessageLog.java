package io.liying.conversation.api;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Writes conversations durably. Safe for use by many threads; never blocks. */
@ProviderType
public interface MessageLog {

    /**
     * Appends a message; the session is created with the first one. Messages of one session are stored in the order of
     * the calls.
     *
     * @param personId the session's owner
     * @return completed when the message is as durable as {@code database.durability} demands, exceptionally with the
     *     database's error
     */
    CompletionStage<Void> append(String personId, Message message);

    /**
     * Keeps of an answer only what the person received before she interrupted it: takes the place of the turn's stored
     * answer, or is appended if none was stored.
     *
     * @param personId the session's owner
     * @param heard by {@link Message.Role#ASSISTANT}, with the words received; its timings tell as {@code heard} how long
     *     she listened, and so mark it as interrupted
     * @return as of {@link #append}
     */
    default CompletionStage<Void> interrupted(String personId, Message heard) {
        return append(personId, heard);
    }
}
