package io.liying.skill.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A capability that answers some intents. Registered as an OSGi service; many threads may call it at once. Its calls run
 * under a time limit on a virtual thread that is interrupted when the limit or the person ends them.
 */
@ConsumerType
public interface Skill {

    /** What the skill is and which intents it answers; the same each time. */
    SkillDescription description();

    /**
     * Answers one request.
     *
     * @return the answer in the request's language
     * @throws InterruptedException if the call was ended from outside
     * @throws SkillException if something outside failed, with a message that can be shown to the person
     */
    SkillAnswer answer(SkillRequest request) throws InterruptedException, SkillException;
}
