package io.liying.skill.api.host;

import org.osgi.annotation.versioning.ProviderType;

/** Learns the intents of the installed skills again because a person's own phrases have changed. */
@ProviderType
public interface IntentLearning {

    /**
     * Learns, then exchanges the model in one step; turns go on meanwhile.
     *
     * @throws IllegalArgumentException if a phrase is malformed; the earlier model stays
     */
    void relearn() throws InterruptedException;
}
