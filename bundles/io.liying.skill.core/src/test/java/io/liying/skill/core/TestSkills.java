package io.liying.skill.core;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.IntentTrainer;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Skills of one intent each, and what is asked of them. */
final class TestSkills {

    /** Knows each intent by its name alone. */
    static final IntentTrainer BY_NAME = examples -> {
        List<String> known = examples.stream().map(IntentExamples::intent).toList();
        return (text, language) ->
                new IntentResult(known.contains(text) ? Optional.of(text) : Optional.empty(), 1, List.of());
    };

    /** What a skill says. */
    interface Body {
        String answer(SkillRequest request) throws InterruptedException;
    }

    private TestSkills() {}

    static Skill skill(String id, String intent, Body body) {
        SkillDescription description =
                new SkillDescription(id, Map.of(), Map.of(), List.of(new IntentExamples(intent, Map.of())));
        return new Skill() {
            @Override
            public SkillDescription description() {
                return description;
            }

            @Override
            public SkillAnswer answer(SkillRequest request) throws InterruptedException {
                return SkillAnswer.of(body.answer(request));
            }
        };
    }

    static SkillRequest request(String intent) {
        return new SkillRequest(
                intent,
                "동전 던져 줘",
                Language.KOREAN,
                List.of(),
                "owner",
                "session",
                ZonedDateTime.parse("2026-11-21T10:00+09:00[Asia/Seoul]"));
    }
}
