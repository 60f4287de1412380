package io.liying.conversation.core;

import io.liying.conversation.core.DialogueState.Past;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.Ranked;
import io.liying.skill.api.IntentDialogue;
import io.liying.skill.api.Referent;
import io.liying.skill.api.SkillDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what "it", "the second one" and "there" stand for. */
final class References {

    /** Types of entities that "there" can stand for. */
    static final Set<String> PLACES = Set.of(Entity.CITY, "country", "place");

    /** An intent that fits to the thing is taken even if it is not the likeliest. */
    private static final double SURE = 0.8;

    /** From this on an intent fits well enough; below it the words are tried with the skill's name in them. */
    private static final double LIKELY = 0.3;

    private static final double LEAST = 0.02;

    private final DialogueTexts texts;

    References(DialogueTexts texts) {
        this.texts = texts;
    }

    /** A request and the things that it may be about: one if it is clear, several if the person must be asked. */
    record Resolved(SkillCall call, List<Referent> candidates) {}

    /**
     * Looks for a reference to what the last answers spoke of.
     *
     * @param things the last request whose answer spoke of things
     * @return empty if the words refer to none of them
     */
    Optional<Resolved> thing(Heard heard, DialogueWords words, Past things) {
        boolean pronoun = words.meansThing(heard.words());
        boolean ordinal = words.ordinal(heard.words()).isPresent();
        if (!pronoun && !ordinal) {
            return Optional.empty();
        }
        String slot = things.referents().getFirst().slot();
        Optional<String> intent = texts.skill(things.call().intent()).flatMap(skill -> intent(heard, skill, slot));
        if (intent.isEmpty()) {
            return Optional.empty();
        }
        SkillCall call = SkillCall.of(intent.get(), heard.text(), heard.language(), heard.entities());
        Optional<Referent> chosen = things.referents().size() == 1 && !ordinal
                ? Optional.of(things.referents().getFirst())
                : Choice.of(things.referents(), heard, words);
        return Optional.of(
                chosen.isPresent()
                        ? new Resolved(
                                call.with(slot, QuestionAnswers.entity(chosen.get(), heard)), List.of(chosen.get()))
                        : new Resolved(call, things.referents()));
    }

    /**
     * The likeliest intent of the skill that can be about such a thing, unless something else is clearly meant: another
     * skill's intent that stays the likelier one when this skill is named.
     */
    private Optional<String> intent(Heard heard, SkillDescription skill, String slot) {
        boolean other =
                heard.clearly(SURE) && !has(skill, heard.intent().intent().orElseThrow());
        Optional<String> plain = other ? Optional.empty() : fitting(heard.intent(), skill, slot, LIKELY);
        return plain.or(() -> fitting(texts.withSkillNamed(heard, skill), skill, slot, other ? SURE : LIKELY))
                .or(() -> other ? Optional.empty() : fitting(heard.intent(), skill, slot, LEAST));
    }

    private static boolean has(SkillDescription skill, String intent) {
        return skill.intents().stream().anyMatch(known -> known.intent().equals(intent));
    }

    private Optional<String> fitting(IntentResult intent, SkillDescription skill, String slot, double least) {
        List<Ranked<String>> ranked = new ArrayList<>();
        intent.intent().ifPresent(best -> ranked.add(new Ranked<>(best, intent.confidence())));
        ranked.addAll(intent.alternatives());
        return ranked.stream()
                .filter(candidate -> candidate.confidence() >= least)
                .map(Ranked::value)
                .filter(candidate -> has(skill, candidate) && takes(candidate, slot))
                .findFirst();
    }

    private boolean takes(String intent, String slot) {
        return texts.dialogue(intent)
                .flatMap((IntentDialogue dialogue) -> dialogue.slot(slot))
                .isPresent();
    }

    /** What the person mentioned last that "there" can stand for. */
    static Optional<Entity> place(Stream<Entity> recent) {
        return recent.filter(entity -> PLACES.contains(entity.type())).findFirst();
    }
}
