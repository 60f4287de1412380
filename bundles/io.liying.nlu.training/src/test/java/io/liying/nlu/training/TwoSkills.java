package io.liying.nlu.training;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentTrainer;
import io.liying.nlu.intent.LinearIntentTrainer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.Skills;
import io.liying.skill.api.host.IntentLearning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A skill that makes tea and one that stops the clock, learnt with a person's own sentences by the real trainer. */
final class TwoSkills implements Skills, IntentLearning {

    private static final List<IntentExamples> INTENTS = List.of(
            new IntentExamples(
                    "tea.make",
                    Map.of(Language.ENGLISH, List.of("make tea", "make me a cup of tea", "I want tea", "tea please"))),
            new IntentExamples(
                    "clock.stop",
                    Map.of(
                            Language.ENGLISH,
                            List.of("stop the clock", "halt the clock", "clock off", "end the clock"))));

    private final IntentTrainer trainer = LinearIntentTrainer.of(0.5, Optional.empty());
    private final OwnSentences own;
    private volatile IntentModel model;
    private int learnt;
    volatile boolean failing;

    TwoSkills(OwnSentences own) {
        this.own = own;
        this.model = trainer.train(INTENTS);
    }

    int learnt() {
        return learnt;
    }

    @Override
    public void relearn() {
        if (failing) {
            throw new IllegalArgumentException("the trainer does not want to");
        }
        Map<String, IntentExamples> mine = new java.util.HashMap<>();
        own.examples().forEach(intent -> mine.put(intent.intent(), intent));
        List<IntentExamples> all = new ArrayList<>();
        for (IntentExamples intent : INTENTS) {
            List<String> phrases = new ArrayList<>(intent.phrases().getOrDefault(Language.ENGLISH, List.of()));
            Optional.ofNullable(mine.get(intent.intent()))
                    .ifPresent(more -> phrases.addAll(more.phrases().getOrDefault(Language.ENGLISH, List.of())));
            all.add(new IntentExamples(intent.intent(), Map.of(Language.ENGLISH, phrases)));
        }
        Optional.ofNullable(mine.get(IntentExamples.NONE)).ifPresent(all::add);
        model = trainer.train(all, model);
        learnt++;
    }

    @Override
    public List<SkillDescription> descriptions() {
        return List.of(new SkillDescription("two", Map.of(), Map.of(), INTENTS));
    }

    @Override
    public IntentModel model() {
        return model;
    }

    @Override
    public Optional<SkillLease> lease(String intent) {
        return Optional.empty();
    }
}
