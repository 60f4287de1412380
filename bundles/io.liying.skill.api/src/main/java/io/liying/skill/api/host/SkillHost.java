package io.liying.skill.api.host;

import io.liying.skill.api.Skill;
import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/** Replaces guests' skills by others while turns run. Safe for use by many threads. */
@ProviderType
public interface SkillHost {

    /**
     * Learns the phrases of the new skills beside the present ones. No turn notices.
     *
     * @param added skills to bring in
     * @param removed guests' skills to take out
     * @throws IllegalArgumentException if a phrase is malformed, or an intent or a skill id is another skill's already
     */
    Replacement prepare(Collection<GuestSkill> added, Collection<Skill> removed);

    /**
     * A skill of a plugin.
     *
     * @param skill what answers
     * @param threads the group of the threads on which it is called; its name tells whose they are
     * @param observer hears how its calls end
     */
    record GuestSkill(Skill skill, ThreadGroup threads, CallObserver observer) {}

    /** Hears how calls end; called by the calling thread: return at once. */
    @FunctionalInterface
    interface CallObserver {

        void ended(Outcome outcome, long nanos);
    }

    /** How a call ended. */
    enum Outcome {
        ANSWERED,
        /** It said that something outside failed. */
        DECLINED,
        FAILED,
        TOO_SLOW,
        /** It ran on though it was interrupted. */
        UNSTOPPABLE,
        /** It was not made: too many run already, or the skill is resting after failures. */
        REFUSED
    }
}
