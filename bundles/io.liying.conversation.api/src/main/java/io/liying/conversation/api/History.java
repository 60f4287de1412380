package io.liying.conversation.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stored conversations. A person sees and changes only her own: another's session is as if it did not exist. Safe for
 * use by many threads; calls block on the database.
 *
 * @see MessageLog for writing
 */
@ProviderType
public interface History {

    /**
     * Lists a person's sessions, last used first.
     *
     * @param query words that must all occur in the title or the messages, in any case; blank for all
     * @param offset how many to skip
     * @param limit at most so many, 1 to 200
     */
    List<Session> sessions(String personId, String query, int offset, int limit);

    Optional<Session> session(String personId, String sessionId);

    /**
     * Reads a session's messages, oldest first.
     *
     * @param limit the last so many, 1 to 10,000
     * @return empty if there is no such session
     */
    List<Message> messages(String personId, String sessionId, int limit);

    /**
     * Gives a session a title of 1 to 200 characters.
     *
     * @return false if there is no such session
     */
    boolean rename(String personId, String sessionId, String title);

    /**
     * Deletes a session and its messages.
     *
     * @return false if there is no such session
     */
    boolean delete(String personId, String sessionId);

    /** The formats of {@link #export}. */
    enum Format {
        JSON,
        MARKDOWN
    }

    /**
     * Writes a session as a document.
     *
     * @return empty if there is no such session
     */
    Optional<String> export(String personId, String sessionId, Format format);
}
