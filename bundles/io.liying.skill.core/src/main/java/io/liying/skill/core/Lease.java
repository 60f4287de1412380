package io.liying.skill.core;

import io.liying.i18n.api.Messages;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.SkillRequest;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps a generation until the turn that took it has ended. */
final class Lease implements SkillLease {

    private final Generation generation;
    private final Guests guests;
    private final Messages messages;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param generation one that was acquired for this lease */
    Lease(Generation generation, Guests guests, Messages messages) {
        this.generation = generation;
        this.guests = guests;
        this.messages = messages;
    }

    @Override
    public SkillDescription description() {
        return generation.description();
    }

    @Override
    public SkillAnswer answer(SkillRequest request) throws SkillException, InterruptedException {
        return GuestCall.run(generation, request, guests, messages);
    }

    @Override
    public void close() {
        if (!ended.getAndSet(true)) {
            generation.release();
        }
    }
}
