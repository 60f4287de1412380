package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Skills;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** One skill that says what it hears; "wait" makes it wait and "ask" makes it ask back. */
final class EchoSkills implements Skills {

    private static final SkillDescription ECHO =
            new SkillDescription("echo", Map.of(Language.KOREAN, "메아리"), Map.of(), List.of());

    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch running = new CountDownLatch(1);

    private volatile boolean deaf;

    /** From now on "wait" does not react to an interruption. */
    void deaf() {
        deaf = true;
    }

    void release() {
        released.countDown();
    }

    void awaitRunning() throws InterruptedException {
        running.await();
    }

    @Override
    public List<SkillDescription> descriptions() {
        return List.of(ECHO);
    }

    @Override
    public IntentModel model() {
        return (text, language) -> text.startsWith("echo")
                ? new IntentResult(Optional.of("echo"), 0.99, List.of())
                : new IntentResult(Optional.empty(), 0.6, List.of());
    }

    @Override
    public Optional<SkillLease> lease(String intent) {
        return Optional.of(new SkillLease() {
            @Override
            public SkillDescription description() {
                return ECHO;
            }

            @Override
            public SkillAnswer answer(SkillRequest request) throws InterruptedException {
                if (request.text().contains("wait")) {
                    running.countDown();
                    await();
                }
                return request.text().contains("ask") ? SkillAnswer.ask("몇이요?") : SkillAnswer.of(request.text());
            }

            private void await() throws InterruptedException {
                while (true) {
                    try {
                        released.await();
                        return;
                    } catch (InterruptedException interrupted) {
                        if (!deaf) {
                            throw interrupted;
                        }
                    }
                }
            }

            @Override
            public void close() {}
        });
    }
}
