package io.liying.conversation.ui.model;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Notices;
import io.liying.skill.api.Skills;
import java.util.Optional;

/** The services behind the view, as far as they are there now. Safe for use by many threads. */
public interface Engine {

    Optional<Conversations> conversations();

    Optional<History> history();

    Optional<Notices> notices();

    Optional<Skills> skills();

    /** Calls back, by any thread, after a service came or went. */
    void listen(Runnable changed);
}
