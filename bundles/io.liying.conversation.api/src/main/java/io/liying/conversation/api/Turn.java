package io.liying.conversation.api;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** An accepted turn. */
@ProviderType
public interface Turn {

    String id();

    String sessionId();

    /** Ends the turn as soon as possible; an already ended turn stays as it is. */
    void interrupt();

    /** Completed with the turn's last event; never exceptionally. */
    CompletionStage<TurnEvent> outcome();
}
