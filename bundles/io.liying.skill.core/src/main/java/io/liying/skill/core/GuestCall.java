package io.liying.skill.core;

import io.liying.i18n.api.Messages;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a skill on a virtual thread of its own: limited in time and number, and unable to throw at its caller. */
final class GuestCall implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(GuestCall.class);

    private final Generation generation;
    private final SkillRequest request;
    private final CountDownLatch done = new CountDownLatch(1);
    private @Nullable SkillAnswer answer;
    private @Nullable Throwable failure;

    private GuestCall(Generation generation, SkillRequest request) {
        this.generation = generation;
        this.request = request;
    }

    static SkillAnswer run(Generation generation, SkillRequest request, Duration limit, Messages messages)
            throws SkillException, InterruptedException {
        long start = System.nanoTime();
        if (!generation.calls().tryAcquire() && !generation.calls().tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new SkillException(text(messages, "busy", generation, request));
        }
        GuestCall call = new GuestCall(generation, request);
        Thread thread = Thread.ofVirtual()
                .name("skill-" + generation.description().id())
                .start(call);
        try {
            long left = limit.toNanos() - (System.nanoTime() - start);
            if (!call.done.await(left, TimeUnit.NANOSECONDS)) {
                thread.interrupt();
                log.warn(
                        "Skill {} took longer than {} and was interrupted",
                        generation.description().id(),
                        limit);
                throw new SkillException(text(messages, "slow", generation, request));
            }
        } catch (InterruptedException ended) {
            thread.interrupt();
            throw ended;
        }
        return call.result(messages);
    }

    @Override
    public void run() {
        try {
            answer = generation.skill().answer(request);
        } catch (Throwable thrown) { // a guest may throw anything; it is reported to whoever waits
            failure = thrown;
        } finally {
            generation.calls().release();
            done.countDown();
        }
    }

    private SkillAnswer result(Messages messages) throws SkillException {
        if (answer != null) {
            return answer;
        }
        if (failure instanceof SkillException expected) {
            throw expected;
        }
        log.error("Skill {} failed on intent {}", generation.description().id(), request.intent(), failure);
        SkillException reported = new SkillException(text(messages, "failed", generation, request));
        reported.addSuppressed(Objects.requireNonNull(failure));
        throw reported;
    }

    private static String text(Messages messages, String key, Generation generation, SkillRequest request) {
        String id = generation.description().id();
        String name = generation.description().names().getOrDefault(request.language(), id);
        return messages.text(request.language(), key, Map.of("skill", name));
    }
}
