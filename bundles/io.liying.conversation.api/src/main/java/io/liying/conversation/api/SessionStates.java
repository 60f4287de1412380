package io.liying.conversation.api;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps what a conversation needs to go on after a restart and its messages do not say: an open question, what "it" stands
 * for. Gone with its session. Safe for use by many threads.
 */
@ProviderType
public interface SessionStates {

    /**
     * Keeps a state in the place of the earlier one; never blocks.
     *
     * @param state any text of at most 100,000 characters; empty to keep none
     * @return completed when the state is as durable as a message
     */
    CompletionStage<Void> save(String personId, String sessionId, String state);

    /** Reads a state of a person's session; blocks on the database. */
    Optional<String> find(String personId, String sessionId);
}
