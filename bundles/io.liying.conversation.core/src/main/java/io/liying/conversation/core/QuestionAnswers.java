package io.liying.conversation.core;

import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.skill.api.Referent;
import io.liying.skill.api.Slot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes what a person says for the answer to an open question, if it is one. */
final class QuestionAnswers {

    /** From this on, words mean something else even though a question is open. */
    private static final double CLEARLY_SOMETHING_ELSE = 0.85;

    /** As much is enough where something else than any words is expected, such as a time. */
    private static final double LIKELY_SOMETHING_ELSE = 0.6;

    private static final int MOST_MISSES = 2;

    private final DialogueTexts texts;
    private final Carryover carryover;

    QuestionAnswers(DialogueTexts texts, Carryover carryover) {
        this.texts = texts;
        this.carryover = carryover;
    }

    /** A request that goes on, or what to say. */
    sealed interface Outcome {

        /** The question is answered and this is asked for. */
        record Go(SkillCall call) implements Outcome {}

        /** The question is answered and nothing more is asked for. */
        record Done(String text) implements Outcome {}

        /** The question stays open. */
        record Again(String text, OpenQuestion question) implements Outcome {}

        /** The question was not answered; something else was said. */
        record Else() implements Outcome {}
    }

    Outcome answer(OpenQuestion question, Heard heard, DialogueWords words) {
        return switch (question.kind()) {
            case CONFIRMATION -> confirmation(question, heard, words);
            case INTENT -> intent(question, heard, words);
            case THING -> thing(question, heard, words);
            case SLOT -> slot(question, heard);
            case SKILL -> skill(question, heard, words);
        };
    }

    private Outcome confirmation(OpenQuestion question, Heard heard, DialogueWords words) {
        if (words.isYes(heard.words())) {
            return new Outcome.Go(question.call().withConfirmation());
        }
        Optional<SkillCall> corrected = words.correction(heard.text(), heard.words())
                .flatMap(part -> carryover.replaced(question.call(), heard.text(), part, heard.entities()));
        if (corrected.isPresent()) {
            return new Outcome.Go(corrected.get());
        }
        if (words.isNo(heard.words()) || words.isCancel(heard.words())) {
            return new Outcome.Done(texts.text(heard, "nothing.done"));
        }
        return isElse(question, heard) ? new Outcome.Else() : again(question, heard, "yes.no");
    }

    private Outcome intent(OpenQuestion question, Heard heard, DialogueWords words) {
        List<Referent> options = question.options();
        if (heard.clearly(CLEARLY_SOMETHING_ELSE)
                && options.stream().noneMatch(option -> heard.means(option.value()))) {
            return new Outcome.Else();
        }
        Optional<Referent> chosen = options.size() == 1 && words.isYes(heard.words())
                ? Optional.of(options.getFirst())
                : Choice.of(options, heard, words);
        if (chosen.isPresent() && !words.isNo(heard.words())) {
            SkillCall call = question.call();
            return new Outcome.Go(SkillCall.of(chosen.get().value(), call.text(), call.language(), call.entities()));
        }
        if (words.isNo(heard.words()) || words.isCancel(heard.words())) {
            return new Outcome.Done(texts.text(heard, "rephrase"));
        }
        return new Outcome.Else();
    }

    private Outcome thing(OpenQuestion question, Heard heard, DialogueWords words) {
        if (isElse(question, heard) && !words.isNo(heard.words())) {
            return new Outcome.Else();
        }
        Optional<Referent> chosen = Choice.of(question.options(), heard, words);
        return chosen.isPresent()
                ? new Outcome.Go(chosen(question.call(), chosen.get(), heard))
                : again(question, heard, "again");
    }

    private Outcome slot(OpenQuestion question, Heard heard) {
        SkillCall call = question.call();
        Optional<Slot> declared = texts.dialogue(call.intent()).flatMap(dialogue -> dialogue.slot(question.slot()));
        Optional<Entity> value = declared.flatMap(slot -> SlotFilling.find(slot, heard.entities(), Map.of()));
        boolean free = declared.filter(slot -> slot.types().contains(Slot.TEXT)).isPresent();
        boolean only = declared.filter(slot -> slot.types().size() == 1).isPresent();
        boolean other = isElse(question, heard);
        if (value.isPresent() && (!other || covers(value.get(), heard))) {
            Entity answer = free && only && isAll(value.get(), heard) ? whole(heard) : value.get();
            return new Outcome.Go(call.hearing(heard).with(question.slot(), answer));
        }
        if (other) {
            return new Outcome.Else();
        }
        if (free && !only && heard.clearly(LIKELY_SOMETHING_ELSE) && !heard.means(call.intent())) {
            return new Outcome.Else();
        }
        if (free) {
            return new Outcome.Go(call.hearing(heard).with(question.slot(), whole(heard)));
        }
        return heard.means(call.intent()) && heard.clearly(CLEARLY_SOMETHING_ELSE)
                ? new Outcome.Else()
                : again(question, heard, "again");
    }

    /** Whether hardly anything but the value was said. */
    private static boolean covers(Entity value, Heard heard) {
        return value.text().length() * 2 >= heard.text().length();
    }

    /** Whether a value that was learnt to be found, and so may lack its first or last letters, is all that was said. */
    private static boolean isAll(Entity value, Heard heard) {
        return covers(value, heard)
                && heard.entities().stream()
                        .allMatch(entity -> value.start() <= entity.start() && entity.end() <= value.end());
    }

    private static Entity whole(Heard heard) {
        return new Entity(Slot.TEXT, heard.text(), heard.text(), 0, heard.text().length(), 1);
    }

    private Outcome skill(OpenQuestion question, Heard heard, DialogueWords words) {
        SkillCall call = question.call();
        Optional<Referent> chosen = Choice.of(question.options(), heard, words);
        boolean other = chosen.isEmpty() && heard.clearly(LIKELY_SOMETHING_ELSE) && !heard.means(call.intent());
        if (other || isElse(question, heard)) {
            return new Outcome.Else();
        }
        SkillCall next = chosen.isPresent()
                ? chosen(call, chosen.get(), heard)
                : call.saying(heard.text(), heard.language(), heard.entities());
        return new Outcome.Go(next);
    }

    static SkillCall chosen(SkillCall call, Referent thing, Heard heard) {
        return call.with(thing.slot(), entity(thing, heard)).saying(call.text(), heard.language(), call.entities());
    }

    static Entity entity(Referent thing, Heard heard) {
        return new Entity(
                thing.slot(), thing.value(), heard.text(), 0, heard.text().length(), 1);
    }

    private static boolean isElse(OpenQuestion question, Heard heard) {
        IntentResult intent = heard.intent();
        return heard.clearly(CLEARLY_SOMETHING_ELSE)
                && !intent.intent().orElseThrow().equals(question.call().intent());
    }

    /** The question once more, or no more. */
    Outcome again(OpenQuestion question, Heard heard, String key) {
        if (question.misses() + 1 >= MOST_MISSES) {
            return new Outcome.Done(texts.text(heard, "gave.up") + " " + texts.offer(heard));
        }
        return new Outcome.Again(
                texts.text(heard, key, Map.of("question", question.text())), question.missed(heard.at()));
    }
}
