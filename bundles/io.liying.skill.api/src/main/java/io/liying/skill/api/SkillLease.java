package io.liying.skill.api;

import org.osgi.annotation.versioning.ProviderType;

/** A pinned generation of a skill. Used by one thread; closing it twice does nothing. */
@ProviderType
public interface SkillLease extends AutoCloseable {

    /** The leased skill's description. */
    SkillDescription description();

    /**
     * Calls the skill under the guests' time limit and concurrency limit.
     *
     * @return the answer
     * @throws SkillException if the skill failed, threw, took too long or has too many calls already; the message is for
     *     the person
     * @throws InterruptedException if the calling thread was interrupted; the skill's call is interrupted too
     */
    SkillAnswer answer(SkillRequest request) throws SkillException, InterruptedException;

    /** Ends the lease. */
    @Override
    void close();
}
