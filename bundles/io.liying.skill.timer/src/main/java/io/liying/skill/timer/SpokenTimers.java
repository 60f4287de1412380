package io.liying.skill.timer;

import io.liying.skill.api.Referent;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which timer each session spoke of last; the sessions that spoke long ago are forgotten. Safe for use by many threads. */
final class SpokenTimers {

    private static final int MOST_SESSIONS = 1000;

    private final Map<String, String> last = new LinkedHashMap<>();

    /** What an answer that speaks of several timers leaves open stays as it was, unless all of them are new. */
    synchronized void note(SkillRequest request, SkillAnswer answer) {
        List<Referent> timers = answer.referents();
        if (timers.size() == 1) {
            last.remove(request.sessionId());
            last.put(request.sessionId(), timers.getFirst().value());
            if (last.size() > MOST_SESSIONS) {
                last.remove(last.keySet().iterator().next());
            }
        } else if (request.intent().equals("timer.set") && !timers.isEmpty()) {
            last.remove(request.sessionId());
        }
    }

    synchronized Optional<String> of(SkillRequest request) {
        return Optional.ofNullable(last.get(request.sessionId()));
    }
}
