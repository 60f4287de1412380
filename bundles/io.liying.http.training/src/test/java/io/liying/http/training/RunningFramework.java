package io.liying.http.training;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.security.api.Authenticator;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import io.liying.testkit.http.ServerFramework;
import io.liying.testkit.http.Tokens;
import java.util.List;
import java.util.Map;

/** A real server with real training and one small skill behind it. */
final class RunningFramework extends ServerFramework {

    RunningFramework() throws Exception {
        super(
                "io.liying.conversation.api",
                "io.liying.nlu.api",
                "io.liying.nlu.api.training",
                "io.liying.skill.api",
                "io.liying.skill.api.host");
        context().registerService(Skill.class, new Tea(), null);
        context().registerService(Authenticator.class, Tokens::person, null);
        begin(Map.of(
                "io.liying.api", Map.of("port", 0, "max.body.bytes", 4096),
                "io.liying.security", Map.of(),
                "io.liying.nlu", Map.of("training.upload.mb", 1, "review.enabled", true)));
    }

    /** Makes tea. */
    private static final class Tea implements Skill {

        @Override
        public SkillDescription description() {
            return new SkillDescription(
                    "tea",
                    Map.of(),
                    Map.of(),
                    List.of(new IntentExamples(
                            "tea.make",
                            Map.of(Language.ENGLISH, List.of("make tea", "make me a cup of tea", "tea please")))));
        }

        @Override
        public SkillAnswer answer(SkillRequest request) {
            throw new IllegalStateException("nobody asks in these tests");
        }
    }
}
