package io.liying.conversation.api;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Brings notices to every open door of a person. Safe for use by many threads. */
@ProviderType
public interface Notices {

    /** Sends a notice to all doors that the person has open now; returns at once. */
    void publish(Notice notice);

    /**
     * Opens a door for notices.
     *
     * @param listener called by a thread of the notices, one notice at a time; one that throws is reported
     * @return closes the door
     */
    Subscription subscribe(String personId, Consumer<? super Notice> listener);

    /** An open door. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
