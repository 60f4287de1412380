package io.liying.conversation.api;

import io.liying.i18n.api.Language;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Sees turns go by; registered as an OSGi service, called in the order of {@code service.ranking}. A hook that throws or
 * takes longer than the configured limit is skipped and reported; the turn goes on.
 */
@ConsumerType
public interface TurnHook {

    /**
     * {@code message_received}: before understanding.
     *
     * @return the text to understand, usually {@code text} itself
     */
    default String messageReceived(String personId, String sessionId, String text) throws Exception {
        return text;
    }

    /**
     * {@code response_ready}: before the answer is stored and sent.
     *
     * @return the text to answer with, usually {@code text} itself
     */
    default String responseReady(String personId, String sessionId, Language language, String text) throws Exception {
        return text;
    }

    /** {@code message_processed}: after the turn has ended, in any way. */
    default void messageProcessed(String personId, TurnEvent outcome) throws Exception {}
}
