package io.liying.conversation.core;

import io.liying.conversation.core.Cue.Span;
import io.liying.conversation.core.DialogueState.Past;
import io.liying.conversation.core.OpenQuestion.Kind;
import io.liying.conversation.core.QuestionAnswers.Outcome;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.skill.api.IntentDialogue;
import io.liying.skill.api.PersonContext.Mention;
import io.liying.skill.api.Referent;
import io.liying.skill.api.Slot;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a person's words mean in their conversation: the answer to an open question, a correction, a follow-up, a
 * reference, or a request of their own. Holds nothing of a conversation; safe for use by many threads.
 */
final class Dialogue {

    /** From this on a follow-up's words are taken for a request of their own. */
    private static final double SURE = 0.85;

    private final DialogueTexts texts;
    private final DialogueLexicon lexicon;
    private final QuestionAnswers answers;
    private final References references;
    private final Carryover carryover;
    private final Clarity clarity;

    Dialogue(DialogueTexts texts, DialogueLexicon lexicon, Carryover carryover, Clarity clarity) {
        this.texts = texts;
        this.lexicon = lexicon;
        this.carryover = carryover;
        this.clarity = clarity;
        this.answers = new QuestionAnswers(texts, carryover);
        this.references = new References(texts);
    }

    DialogueTexts texts() {
        return texts;
    }

    /**
     * Decides what happens next.
     *
     * @param recent what was mentioned lately, latest first
     */
    Move next(Heard heard, DialogueState state, List<Mention> recent) {
        DialogueWords words = lexicon.of(heard.language());
        Optional<OpenQuestion> question = state.question();
        if (words.isResume(heard.words())) {
            return resume(heard, state);
        }
        if (question.isPresent()) {
            Kind kind = question.get().kind();
            if (words.isCancel(heard.words()) && kind != Kind.CONFIRMATION && kind != Kind.INTENT) {
                return say(heard, "cancelled", state.closed());
            }
            Outcome outcome = answers.answer(question.get(), heard, words);
            boolean certain = outcome instanceof Outcome.Go && kind != Kind.SKILL;
            Optional<Move> later = certain ? Optional.empty() : later(question.get(), heard, state, words);
            if (later.isPresent()) {
                return later.get();
            }
            if (!(outcome instanceof Outcome.Else)) {
                return answered(question.get(), outcome, heard, state);
            }
        }
        return fresh(
                heard,
                question.filter(asked -> asked.kind() == Kind.INTENT).isPresent() ? state.closed() : state,
                words,
                recent);
    }

    /** Another topic came after the question, and the words go on with that one. */
    private Optional<Move> later(OpenQuestion question, Heard heard, DialogueState state, DialogueWords words) {
        return state.last().filter(last -> question.isReminded()).flatMap(last -> takenUp(heard, state, words, last));
    }

    private Move answered(OpenQuestion question, Outcome outcome, Heard heard, DialogueState state) {
        return switch (outcome) {
            case Outcome.Go(SkillCall call) ->
                request(heard, call, state.closed()).answering(question);
            case Outcome.Done(String text) -> said(heard, text, false, state.closed());
            case Outcome.Again(String text, OpenQuestion asked) ->
                said(heard, text, true, state.closed().asking(asked));
            case Outcome.Else() -> throw new IllegalArgumentException("nothing was answered");
        };
    }

    /**
     * Decides what happens when a skill asks its question once more: what the words mean by themselves, if that is something
     * else; otherwise the question is asked again, and left after some misses.
     */
    Move unanswered(OpenQuestion question, Heard heard, DialogueState state, List<Mention> recent) {
        Outcome again = answers.again(question, heard, "again");
        boolean left = again instanceof Outcome.Done;
        Move fresh = fresh(heard, left ? state.closed() : state, lexicon.of(heard.language()), recent);
        boolean other = fresh instanceof Move.Call call
                ? !call.call().intent().equals(question.call().intent())
                : left && ((Move.Say) fresh).question();
        return other ? fresh : answered(question, again, heard, state);
    }

    private Move fresh(Heard heard, DialogueState state, DialogueWords words, List<Mention> recent) {
        Optional<Move> again = state.last().flatMap(last -> takenUp(heard, state, words, last));
        if (again.isPresent()) {
            return again.get();
        }
        Optional<Move> thing = state.things()
                .flatMap(things -> references
                        .thing(heard, words, things)
                        .map(resolved -> resolved.candidates().size() == 1
                                ? request(heard, resolved.call(), state)
                                : which(heard, resolved, state)));
        if (thing.isPresent()) {
            return thing.get();
        }
        boolean nothing = words.isCancel(heard.words()) || words.isBareAnswer(heard.words());
        if (nothing && !heard.clearly(SURE)) {
            return say(heard, "cancel.nothing", state);
        }
        Heard placed = there(heard, words, recent);
        return isPlaceMissing(placed, words) ? whichPlace(placed, state) : understood(placed, state);
    }

    private Move resume(Heard heard, DialogueState state) {
        Optional<OpenQuestion> question = state.unanswered().map(OpenQuestion::takenUp);
        return question.isEmpty()
                ? say(heard, "back.nothing", state)
                : said(heard, question.get().text(), true, state.reopened(question.get()));
    }

    /** A correction of the last request or a follow-up to it. */
    private Optional<Move> takenUp(Heard heard, DialogueState state, DialogueWords words, Past last) {
        boolean other = heard.clearly(SURE) && !heard.means(last.call().intent());
        Optional<Span> correction = words.correction(heard.text(), heard.words());
        if (correction.isPresent() && (!other || isFragment(found(heard), words, correction.get()))) {
            Optional<SkillCall> corrected =
                    carryover.replaced(last.call(), heard.text(), correction.get(), heard.entities());
            if (corrected.isPresent()) {
                return Optional.of(request(heard, corrected.get().replacing(last.referents()), state));
            }
        }
        Optional<Span> followUp = words.followUp(heard.text(), heard.words())
                .or(() -> heard.text().endsWith("?") || heard.text().endsWith("？")
                        ? Optional.of(new Span(0, heard.text().length()))
                        : Optional.empty());
        return followUp.filter(part -> isFragment(heard, words, part))
                .filter(part -> isPossible(heard, part, last.call()))
                .flatMap(part -> carryover.continued(last.call(), heard.text(), part, heard.entities()))
                .map(call -> request(heard, call.replacing(List.of()), state));
    }

    /** Whether the request can do something with the places of a part: a sum with a place is another request. */
    private boolean isPossible(Heard heard, Span part, SkillCall earlier) {
        return heard.entities().stream()
                        .noneMatch(entity ->
                                References.PLACES.contains(entity.type()) && part.holds(entity.start(), entity.end()))
                || earlier.entities().stream().anyMatch(entity -> References.PLACES.contains(entity.type()))
                || placeSlot(earlier.intent()).isPresent();
    }

    /** Without what was learnt to be a slot of the intent that seems to be meant, such as the title of an event. */
    private static Heard found(Heard heard) {
        return heard.mentioningOnly(entity -> Entity.isStandard(entity.type()));
    }

    /** Whether a part of the text says nothing but what was found in it. */
    private static boolean isFragment(Heard heard, DialogueWords words, Span part) {
        StringBuilder rest = new StringBuilder(heard.text().substring(0, part.end()));
        boolean any = false;
        for (Entity entity : heard.entities()) {
            if (part.holds(entity.start(), entity.end())) {
                any = true;
                for (int i = entity.start(); i < entity.end(); i++) {
                    rest.setCharAt(i, ' ');
                }
            }
        }
        return any && words.isFiller(Plain.of(rest.substring(part.start())));
    }

    private Move which(Heard heard, References.Resolved resolved, DialogueState state) {
        String question = texts.which(heard, resolved.candidates());
        return said(
                heard,
                resolved.call().intent(),
                question,
                state.asking(
                        OpenQuestion.of(Kind.THING, resolved.call(), "", question, resolved.candidates(), heard.at())));
    }

    /** Whether "there" was said, it stands for no place that is known, and the intent can do something with one. */
    private boolean isPlaceMissing(Heard heard, DialogueWords words) {
        return words.meansPlace(heard.words())
                && heard.clearly(SURE)
                && heard.entities().stream().noneMatch(entity -> References.PLACES.contains(entity.type()))
                && heard.intent().intent().flatMap(this::placeSlot).isPresent();
    }

    private Optional<Slot> placeSlot(String intent) {
        return texts.dialogue(intent)
                .flatMap(dialogue -> dialogue.slots().stream()
                        .filter(slot -> slot.types().stream().anyMatch(References.PLACES::contains))
                        .findFirst());
    }

    private Move whichPlace(Heard heard, DialogueState state) {
        String intent = heard.intent().intent().orElseThrow();
        String slot = placeSlot(intent).orElseThrow().name();
        String question = texts.text(heard, "which.place");
        SkillCall call = SkillCall.of(intent, heard.text(), heard.language(), heard.entities());
        return said(
                heard,
                intent,
                question,
                state.asking(OpenQuestion.of(Kind.SLOT, call, slot, question, List.of(), heard.at())));
    }

    /** With the place that "there" stands for. */
    private static Heard there(Heard heard, DialogueWords words, List<Mention> recent) {
        if (!words.meansPlace(heard.words())
                || heard.entities().stream().anyMatch(entity -> References.PLACES.contains(entity.type()))) {
            return heard;
        }
        return References.place(recent.stream().map(Mention::entity))
                .map(heard::mentioning)
                .orElse(heard);
    }

    private Move understood(Heard heard, DialogueState state) {
        List<Referent> options = clarity.options(heard);
        if (!options.isEmpty()) {
            String question = texts.didYouMean(heard, options);
            SkillCall call = SkillCall.of(options.getFirst().value(), heard.text(), heard.language(), heard.entities());
            return said(
                    heard,
                    question,
                    true,
                    state.asking(OpenQuestion.of(Kind.INTENT, call, "", question, options, heard.at())));
        }
        if (heard.intent().intent().isEmpty()) {
            DialogueState missed = state.missed();
            return said(heard, missed.misses() < 2 ? texts.text(heard, "miss") : texts.offer(heard), false, missed);
        }
        return request(heard, heard.request(heard.intent().intent().get()), state);
    }

    /** Asks the skill, or the person for what is missing. */
    private Move request(Heard heard, SkillCall call, DialogueState state) {
        Optional<IntentDialogue> dialogue = texts.dialogue(call.intent());
        if (dialogue.isPresent() && !dialogue.get().slots().isEmpty()) {
            SkillCall filled = SlotFilling.fill(call, dialogue.get());
            Optional<Slot> missing = SlotFilling.missing(filled, dialogue.get());
            if (missing.isPresent()) {
                String question = missing.get().question(heard.language(), heard.formality());
                return said(
                        heard,
                        call.intent(),
                        question,
                        state.asking(OpenQuestion.of(
                                Kind.SLOT, filled, missing.get().name(), question, List.of(), heard.at())));
            }
            return new Move.Call(filled, meaning(heard, call.intent()), state);
        }
        return new Move.Call(call, meaning(heard, call.intent()), state);
    }

    private static IntentResult meaning(Heard heard, String intent) {
        return heard.means(intent)
                ? heard.intent()
                : new IntentResult(
                        Optional.of(intent),
                        Math.max(0.5, heard.intent().confidence()),
                        heard.intent().alternatives());
    }

    private Move say(Heard heard, String key, DialogueState state) {
        return said(heard, texts.text(heard, key), false, state);
    }

    private static Move said(Heard heard, String text, boolean question, DialogueState state) {
        return new Move.Say(
                text,
                question,
                new IntentResult(
                        Optional.empty(),
                        heard.intent().confidence(),
                        heard.intent().alternatives()),
                state);
    }

    private static Move said(Heard heard, String intent, String question, DialogueState state) {
        return new Move.Say(question, true, meaning(heard, intent), state);
    }
}
