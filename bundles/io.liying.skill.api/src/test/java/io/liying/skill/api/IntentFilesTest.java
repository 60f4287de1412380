package io.liying.skill.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntentFilesTest {

    private final IntentDialogue dialogue =
            IntentFiles.dialogues(IntentFilesTest.class).getFirst();

    @Test
    void only_phrases_are_learnt() {
        var intents = IntentFiles.read(IntentFilesTest.class);

        assertThat(intents).extracting(intent -> intent.intent()).containsExactly("alarm.set", "alarm.list");
        assertThat(intents.getFirst().phrases().get(Language.GERMAN))
                .containsExactly("stell einen Wecker auf [sieben](time)");
    }

    @Test
    void an_intent_without_title_and_slots_has_no_dialogue() {
        assertThat(IntentFiles.dialogues(IntentFilesTest.class))
                .extracting(IntentDialogue::intent)
                .containsExactly("alarm.set");
    }

    @ParameterizedTest
    @CsvSource({
        "KOREAN, 알람 맞추기, 언제 울릴까?, 언제 울릴까요?",
        "ENGLISH, set an alarm, When shall it ring?, When shall it ring?",
        "CHINESE, 设闹钟, 你想几点响？, 您想几点响？",
        "JAPANESE, アラームをセットする, 何時に鳴らす？, 何時に鳴らしますか？",
        "SPANISH, poner una alarma, ¿A qué hora quieres que suene?, ¿A qué hora quiere que suene?",
        "FRENCH, mettre une alarme, À quelle heure dois-je te réveiller ?, À quelle heure dois-je vous réveiller ?",
        "GERMAN, einen Wecker stellen, Wann soll ich dich wecken?, Wann soll ich Sie wecken?"
    })
    void titles_and_questions_are_read_in_both_formalities(
            Language language, String title, String informal, String formal) {
        Slot when = dialogue.slot("when").orElseThrow();

        assertThat(dialogue.title(language)).contains(title);
        assertThat(when.question(language, Formality.INFORMAL)).isEqualTo(informal);
        assertThat(when.question(language, Formality.FORMAL)).isEqualTo(formal);
    }

    @Test
    void slots_keep_their_order_and_types() {
        assertThat(dialogue.slots()).extracting(Slot::name).containsExactly("when", "label");
        assertThat(dialogue.slots())
                .extracting(Slot::types)
                .containsExactly(List.of("datetime", "time"), List.of("text"));
        assertThat(dialogue.slots()).extracting(Slot::required).containsExactly(true, false);
    }

    @Test
    void a_required_slot_without_a_question_is_refused() {
        DialogueLines lines = new DialogueLines("alarm.set");

        assertThatThrownBy(() -> lines.add(Language.FRENCH, List.of("? when (time)")))
                .hasMessage("intents_fr.txt, [alarm.set]: slot \"when\" is required and has no question");
    }

    @Test
    void a_line_that_is_no_slot_is_refused() {
        DialogueLines lines = new DialogueLines("alarm.set");

        assertThatThrownBy(() -> lines.add(Language.ENGLISH, List.of("? When shall it ring?")))
                .hasMessage("intents_en.txt, [alarm.set]: \"? When shall it ring?\" is no slot;"
                        + " write \"? name (type, type): question\"");
    }

    @Test
    void languages_must_agree_about_a_slot() {
        DialogueLines lines = new DialogueLines("alarm.set");
        lines.add(Language.KOREAN, List.of("? when (time): 언제?"));

        assertThatThrownBy(() -> lines.add(Language.ENGLISH, List.of("? when (date): When?")))
                .hasMessage("intents_en.txt, [alarm.set]: slot \"when\" differs from the one in another language");
    }

    @Test
    void a_slot_that_a_language_forgets_is_refused() {
        DialogueLines lines = new DialogueLines("alarm.set");
        lines.add(Language.KOREAN, List.of("? when (time): 언제?"));

        assertThatThrownBy(lines::dialogue).hasMessage("intents_en.txt, [alarm.set]: the slots are [], not [when]");
    }
}
