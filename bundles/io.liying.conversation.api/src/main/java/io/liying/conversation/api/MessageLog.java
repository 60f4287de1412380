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
}
