package io.liying.conversation.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.i18n.core.MessageFiles;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.Ranked;
import io.liying.skill.api.Formality;
import io.liying.skill.api.IntentDialogue;
import io.liying.skill.api.Referent;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.Skills;
import io.liying.skill.api.Slot;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DialogueTest {

    private static final String SET = "oven.heat";
    private static final String STOP = "oven.stop";
    private static final IntentResult NONE = new IntentResult(Optional.empty(), 0.9, List.of());

    private final Messages messages = new MessageFiles().of(TurnPipeline.class);
    private final DialogueTexts texts = new DialogueTexts(messages, new Oven());
    private final Dialogue dialogue = new Dialogue(
            texts,
            new DialogueLexicon(),
            new Carryover((text, language, intent) -> List.of()),
            new Clarity(texts, 0.7, 0.2));
    private final AfterAnswer afterAnswer = new AfterAnswer(texts);

    /** A skill with two intents; the first needs a temperature. */
    private static final class Oven implements Skills {

        @Override
        public List<SkillDescription> descriptions() {
            Slot degrees = new Slot(
                    "degrees",
                    List.of("temperature", Entity.NUMBER),
                    true,
                    each("Degrees?"),
                    Map.of(Language.KOREAN, "몇 도?", Language.GERMAN, "Wie viel Grad, bitte?"));
            return List.of(new SkillDescription(
                    "oven",
                    each("Oven"),
                    each("Heats."),
                    List.of(),
                    List.of(
                            new IntentDialogue(SET, each("heat"), List.of(degrees)),
                            new IntentDialogue(STOP, each("stop"), List.of()))));
        }

        private static Map<Language, String> each(String text) {
            Map<Language, String> all = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                all.put(language, text);
            }
            return all;
        }

        @Override
        public IntentModel model() {
            return (text, language) -> NONE;
        }

        @Override
        public Optional<SkillLease> lease(String intent) {
            return Optional.empty();
        }
    }

    private static Heard heard(Language language, Formality formality, String text, IntentResult intent) {
        return new Heard(
                text,
                Plain.of(text),
                language,
                intent,
                numbers(text),
                formality,
                ZonedDateTime.parse("2026-11-21T15:05+09:00[Asia/Seoul]"));
    }

    private static Heard heard(Language language, String text, IntentResult intent) {
        return heard(language, Formality.usual(language), text, intent);
    }

    private static List<Entity> numbers(String text) {
        String digits = text.replaceAll("\\D", "");
        int start = digits.isEmpty() ? -1 : text.indexOf(digits);
        return start < 0
                ? List.of()
                : List.of(new Entity(Entity.NUMBER, digits, digits, start, start + digits.length(), 1));
    }

    private static IntentResult sure(String intent) {
        return new IntentResult(Optional.of(intent), 0.95, List.of());
    }

    private static IntentResult torn() {
        return new IntentResult(Optional.of(SET), 0.5, List.of(new Ranked<>(STOP, 0.4)));
    }

    private Move.Say say(Move move) {
        assertThat(move).isInstanceOf(Move.Say.class);
        return (Move.Say) move;
    }

    private SkillCall call(Move move) {
        assertThat(move).isInstanceOf(Move.Call.class);
        return ((Move.Call) move).call();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN|“heat”인가요, 아니면 “stop”인가요?|두 번째요",
                "ENGLISH|Did you mean “heat” or “stop”?|the second one",
                "CHINESE|您是说“heat”还是“stop”？|第二个",
                "JAPANESE|「heat」ですか、それとも「stop」ですか？|二つ目です",
                "SPANISH|¿Quieres decir «heat» o «stop»?|el segundo",
                "FRENCH|Voulez-vous dire «\u00a0heat\u00a0» ou «\u00a0stop\u00a0»\u00a0?|le deuxième",
                "GERMAN|Meinst du „heat“ oder „stop“?|das zweite"
            })
    void two_likely_intents_are_offered_and_one_is_chosen(Language language, String question, String choice) {
        Move.Say asked = say(dialogue.next(heard(language, "oven", torn()), DialogueState.BEGIN, List.of()));
        SkillCall chosen = call(dialogue.next(heard(language, choice, NONE), asked.state(), List.of()));

        assertThat(asked.text()).isEqualTo(question);
        assertThat(asked.question()).isTrue();
        assertThat(chosen.intent()).isEqualTo(STOP);
        assertThat(chosen.text()).isEqualTo("oven");
    }

    @Test
    void an_option_is_chosen_by_its_name() {
        Move.Say asked = say(dialogue.next(heard(Language.ENGLISH, "oven", torn()), DialogueState.BEGIN, List.of()));

        assertThat(call(dialogue.next(heard(Language.ENGLISH, "stop it", NONE), asked.state(), List.of()))
                        .intent())
                .isEqualTo(STOP);
    }

    @Test
    void the_only_likely_intent_is_offered_and_a_no_declines_it() {
        IntentResult unsure = new IntentResult(Optional.empty(), 0.5, List.of(new Ranked<>(STOP, 0.45)));
        Move.Say asked = say(dialogue.next(heard(Language.ENGLISH, "oven", unsure), DialogueState.BEGIN, List.of()));

        assertThat(asked.text()).isEqualTo("Did you mean “stop”?");
        assertThat(say(dialogue.next(heard(Language.ENGLISH, "no", NONE), asked.state(), List.of()))
                        .text())
                .isEqualTo("All right. How would you put it?");
        assertThat(call(dialogue.next(heard(Language.ENGLISH, "yes", NONE), asked.state(), List.of()))
                        .intent())
                .isEqualTo(STOP);
    }

    @Test
    void what_is_sure_is_not_asked() {
        assertThat(call(dialogue.next(heard(Language.ENGLISH, "stop", sure(STOP)), DialogueState.BEGIN, List.of()))
                        .intent())
                .isEqualTo(STOP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"KOREAN|INFORMAL|몇 도?", "KOREAN|FORMAL|Degrees?", "GERMAN|FORMAL|Wie viel Grad, bitte?"})
    void a_missing_slot_is_asked_for_in_the_persons_formality(Language language, Formality formality, String question) {
        Move.Say asked =
                say(dialogue.next(heard(language, formality, "oven", sure(SET)), DialogueState.BEGIN, List.of()));

        assertThat(asked.text()).isEqualTo(question);
        assertThat(asked.intent().intent()).contains(SET);
    }

    @ParameterizedTest
    @EnumSource
    void the_answer_fills_the_slot_and_keeps_the_first_words(Language language) {
        Move.Say asked = say(dialogue.next(heard(language, "oven", sure(SET)), DialogueState.BEGIN, List.of()));

        SkillCall call = call(dialogue.next(heard(language, "180", NONE), asked.state(), List.of()));

        assertThat(call.text()).isEqualTo("oven 180");
        assertThat(call.slots().get("degrees").value()).isEqualTo("180");
        assertThat(call.entities().getFirst().start()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN|네|아니요|네, 아무것도 바꾸지 않았어요.",
                "ENGLISH|yes, please|no|All right, I’ve left everything as it was.",
                "CHINESE|好的|不要|好的，我什么都没有改动。",
                "JAPANESE|はい|いいえ|はい、何も変更していません。",
                "SPANISH|sí|no|De acuerdo, no he cambiado nada.",
                "FRENCH|oui|non|D’accord, je n’ai rien changé.",
                "GERMAN|ja, bitte|nein|Gut, ich habe nichts geändert."
            })
    void nothing_is_done_without_a_yes(Language language, String yes, String no, String left) {
        Move.Call first =
                (Move.Call) dialogue.next(heard(language, "stop", sure(STOP)), DialogueState.BEGIN, List.of());
        DialogueState asked = afterAnswer
                .of(first, SkillAnswer.confirm("Really?"), heard(language, "stop", sure(STOP)))
                .state();

        assertThat(first.call().confirmed()).isFalse();
        assertThat(call(dialogue.next(heard(language, yes, NONE), asked, List.of()))
                        .confirmed())
                .isTrue();
        assertThat(say(dialogue.next(heard(language, no, NONE), asked, List.of()))
                        .text())
                .isEqualTo(left);
    }

    @Test
    void a_question_in_the_middle_does_not_confirm() {
        Heard stop = heard(Language.ENGLISH, "stop", sure(STOP));
        Move.Call first = (Move.Call) dialogue.next(stop, DialogueState.BEGIN, List.of());
        DialogueState asked =
                afterAnswer.of(first, SkillAnswer.confirm("Really?"), stop).state();

        Move.Say again = say(dialogue.next(heard(Language.ENGLISH, "hm", NONE), asked, List.of()));
        Move.Say given = say(dialogue.next(heard(Language.ENGLISH, "hm hm", NONE), again.state(), List.of()));

        assertThat(again.text()).isEqualTo("Please answer yes or no. Really?");
        assertThat(given.text())
                .isEqualTo("I still don’t understand, so I’ve dropped it."
                        + " Sorry, I can’t help with that yet. What I can do: Oven.");
        assertThat(given.state().open()).isEmpty();
    }

    @Test
    void a_skills_question_is_asked_again_once_and_then_left() {
        Heard stop = heard(Language.ENGLISH, "stop", sure(STOP));
        Move.Call first = (Move.Call) dialogue.next(stop, DialogueState.BEGIN, List.of());
        SkillAnswer question = SkillAnswer.ask("Which oven?");
        DialogueState asked = afterAnswer.of(first, question, stop).state();

        Heard miss = heard(Language.ENGLISH, "hm", NONE);
        Move.Call tried = (Move.Call) dialogue.next(miss, asked, List.of());
        Move.Say again = say(dialogue.unanswered(tried.repeated(question).orElseThrow(), miss, asked, List.of()));
        Move.Call retried = (Move.Call) dialogue.next(miss, again.state(), List.of());
        Move.Say given =
                say(dialogue.unanswered(retried.repeated(question).orElseThrow(), miss, again.state(), List.of()));

        assertThat(again.text()).isEqualTo("Sorry, I didn’t catch that. Which oven?");
        assertThat(given.text())
                .isEqualTo("I still don’t understand, so I’ve dropped it."
                        + " Sorry, I can’t help with that yet. What I can do: Oven.");
        assertThat(given.state().open()).isEmpty();
    }

    @Test
    void what_a_skill_cannot_take_for_an_answer_is_followed_if_it_means_something_else() {
        Heard stop = heard(Language.ENGLISH, "stop", sure(STOP));
        Move.Call first = (Move.Call) dialogue.next(stop, DialogueState.BEGIN, List.of());
        SkillAnswer question = SkillAnswer.ask("Which oven?");
        DialogueState asked = afterAnswer.of(first, question, stop).state();

        Heard heat = heard(Language.ENGLISH, "heat 180", new IntentResult(Optional.of(SET), 0.55, List.of()));
        Move.Call tried = (Move.Call) dialogue.next(heat, asked, List.of());
        Move followed = dialogue.unanswered(tried.repeated(question).orElseThrow(), heat, asked, List.of());

        assertThat(call(followed).intent()).isEqualTo(SET);
        assertThat(followed.state().question()).isPresent();
    }

    @Test
    void another_question_of_a_skill_is_no_miss() {
        Heard stop = heard(Language.ENGLISH, "stop", sure(STOP));
        Move.Call first = (Move.Call) dialogue.next(stop, DialogueState.BEGIN, List.of());
        DialogueState asked =
                afterAnswer.of(first, SkillAnswer.ask("Which oven?"), stop).state();

        Move.Call tried = (Move.Call) dialogue.next(heard(Language.ENGLISH, "hm", NONE), asked, List.of());

        assertThat(tried.repeated(SkillAnswer.ask("When?"))).isEmpty();
        assertThat(tried.repeated(SkillAnswer.of("Stopped."))).isEmpty();
    }

    @Test
    void one_of_several_things_is_chosen_for_the_skill_that_asked() {
        Heard stop = heard(Language.ENGLISH, "stop", sure(STOP));
        Move.Call first = (Move.Call) dialogue.next(stop, DialogueState.BEGIN, List.of());
        List<Referent> ovens =
                List.of(new Referent("oven", "1", "upper oven"), new Referent("oven", "2", "lower oven"));
        DialogueState asked =
                afterAnswer.of(first, SkillAnswer.choose("Which?", ovens), stop).state();

        assertThat(call(dialogue.next(heard(Language.ENGLISH, "the lower one", NONE), asked, List.of()))
                        .slots()
                        .get("oven")
                        .value())
                .isEqualTo("2");
        assertThat(call(dialogue.next(heard(Language.ENGLISH, "the first", NONE), asked, List.of()))
                        .slots()
                        .get("oven")
                        .value())
                .isEqualTo("1");
    }

    @Test
    void the_state_is_the_same_after_it_was_kept() {
        Heard heat = heard(Language.KOREAN, "oven 20", sure(STOP));
        Move.Call first = (Move.Call) dialogue.next(heat, DialogueState.BEGIN, List.of());
        DialogueState asked = afterAnswer
                .of(first, SkillAnswer.choose("Which?", List.of(new Referent("oven", "1", "위쪽"))), heat)
                .state();
        KeptState kept = KeptState.of(asked.answered(first.call(), List.of(), heat.at()), "something else");

        assertThat(StateText.read(StateText.write(kept))).isEqualTo(kept);
        assertThat(kept.last()).isPresent();
        assertThat(StateText.read(StateText.write(KeptState.NONE))).isEqualTo(KeptState.NONE);
    }

    @Test
    void the_person_is_reminded_once_of_a_question_that_she_left() {
        DialogueState asked = dialogue.next(heard(Language.ENGLISH, "oven", sure(SET)), DialogueState.BEGIN, List.of())
                .state();
        Heard stop = heard(Language.ENGLISH, "turn it off", sure(STOP));
        AfterAnswer.Outcome first =
                afterAnswer.of((Move.Call) dialogue.next(stop, asked, List.of()), SkillAnswer.of("Stopped."), stop);
        AfterAnswer.Outcome second = afterAnswer.of(
                (Move.Call) dialogue.next(stop, first.state(), List.of()), SkillAnswer.of("Stopped."), stop);

        assertThat(first.answer().text()).isEqualTo("Stopped.\nBack to my question: Degrees?");
        assertThat(second.answer().text()).isEqualTo("Stopped.");
        Move resumed = dialogue.next(heard(Language.ENGLISH, "where were we?", NONE), second.state(), List.of());
        assertThat(say(resumed).text()).isEqualTo("Degrees?");
        assertThat(call(dialogue.next(heard(Language.ENGLISH, "180", NONE), resumed.state(), List.of()))
                        .intent())
                .isEqualTo(SET);
    }

    @Test
    void nothing_is_taken_for_the_answer_to_a_question_behind_two_other_topics() {
        DialogueState asked = dialogue.next(heard(Language.ENGLISH, "oven", sure(SET)), DialogueState.BEGIN, List.of())
                .state();
        Heard stop = heard(Language.ENGLISH, "turn it off", sure(STOP));
        DialogueState state = asked;
        for (int topic = 0; topic < 2; topic++) {
            state = afterAnswer
                    .of((Move.Call) dialogue.next(stop, state, List.of()), SkillAnswer.of("Stopped."), stop)
                    .state();
        }

        assertThat(say(dialogue.next(heard(Language.ENGLISH, "180", NONE), state, List.of()))
                        .text())
                .isNotEqualTo("Degrees?")
                .startsWith("Sorry");
    }

    @Test
    void a_place_does_not_go_on_with_a_request_that_knows_none() {
        Heard stop = heard(Language.ENGLISH, "turn it off", sure(STOP));
        DialogueState stopped = afterAnswer
                .of((Move.Call) dialogue.next(stop, DialogueState.BEGIN, List.of()), SkillAnswer.of("Stopped."), stop)
                .state();
        Heard lima = heard(Language.ENGLISH, "and in Lima?", NONE)
                .mentioning(new Entity(References.PLACES.iterator().next(), "Lima", "Lima", 7, 11, 1));

        assertThat(dialogue.next(lima, stopped, List.of())).isInstanceOf(Move.Say.class);
    }

    @Test
    void the_person_is_reminded_in_the_language_that_she_speaks_now() {
        DialogueState asked = dialogue.next(
                        heard(Language.KOREAN, Formality.INFORMAL, "oven", sure(SET)), DialogueState.BEGIN, List.of())
                .state();
        Heard stop = heard(Language.ENGLISH, "turn it off", sure(STOP));

        AfterAnswer.Outcome answered =
                afterAnswer.of((Move.Call) dialogue.next(stop, asked, List.of()), SkillAnswer.of("Stopped."), stop);

        assertThat(asked.question().orElseThrow().text()).isEqualTo("몇 도?");
        assertThat(answered.answer().text()).isEqualTo("Stopped.\nBack to my question: Degrees?");
    }

    @Test
    void a_skills_own_question_in_another_language_is_not_repeated() {
        Heard halt = heard(Language.GERMAN, "halt", sure(STOP));
        Move.Call first = (Move.Call) dialogue.next(halt, DialogueState.BEGIN, List.of());
        DialogueState asked =
                afterAnswer.of(first, SkillAnswer.ask("Welcher?"), halt).state();
        Heard heat = heard(Language.ENGLISH, "heat 180", sure(SET));

        AfterAnswer.Outcome answered =
                afterAnswer.of((Move.Call) dialogue.next(heat, asked, List.of()), SkillAnswer.of("Hot."), heat);

        assertThat(answered.answer().text()).isEqualTo("Hot.");
    }
}
