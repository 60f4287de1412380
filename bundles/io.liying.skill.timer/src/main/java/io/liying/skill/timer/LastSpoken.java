package io.liying.skill.timer;

import io.liying.skill.api.Referent;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which timer or alarm each session spoke of last; the sessions that spoke long ago are forgotten. Safe for use by many
 * threads.
 */
public final class LastSpoken {

    private static final int MOST_SESSIONS = 1000;

    private final Map<String, String> last = new LinkedHashMap<>();

    /** Takes what an answer speaks of: one thing, or several new ones of which none is the last. A list changes nothing. */
    public synchronized void note(SkillRequest request, SkillAnswer answer) {
        List<Referent> things = answer.referents();
        if (things.size() == 1) {
            last.remove(request.sessionId());
            last.put(request.sessionId(), things.getFirst().value());
            if (last.size() > MOST_SESSIONS) {
                last.remove(last.keySet().iterator().next());
            }
        } else if (request.intent().endsWith(".set") && !things.isEmpty()) {
            last.remove(request.sessionId());
        }
    }

    /** The id of the one that was spoken of last in the session of a request. */
    public synchronized Optional<String> in(SkillRequest request) {
        return Optional.ofNullable(last.get(request.sessionId()));
    }
}
