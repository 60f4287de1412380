package io.liying.http.rest;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.Skills;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One skill, described in two languages. */
final class FakeSkills implements Skills {

    @Override
    public List<SkillDescription> descriptions() {
        return List.of(new SkillDescription(
                "clock",
                Map.of(Language.ENGLISH, "Clock", Language.KOREAN, "시계"),
                Map.of(Language.ENGLISH, "Tells the time.", Language.KOREAN, "시간을 알려 줍니다."),
                List.of(new IntentExamples("clock.time", Map.of()))));
    }

    @Override
    public IntentModel model() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SkillLease> lease(String intent) {
        return Optional.empty();
    }
}
