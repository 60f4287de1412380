package io.liying.nlu.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.SlotModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FieldSlotTrainerTest {

    private final FieldSlotTrainer trainer = new FieldSlotTrainer();

    @ParameterizedTest
    @EnumSource
    void values_that_no_phrase_has_are_found_in_every_language(Language language) {
        SlotModel model = trainer.train(SlotFiles.examples(SlotFiles.read("phrases", language), language));

        Spans spans = new Spans().compare(model, SlotFiles.read("heldout", language), language);

        assertThat(spans.f1()).as("%s", String.join("\n", spans.mistakes())).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void a_slot_is_an_entity_with_the_words_of_the_person() {
        SlotModel model = english();

        List<Entity> found = model.tag("Remind me to call Aunt Polly at 8", Language.ENGLISH, "reminder.set");

        assertThat(found).singleElement().satisfies(task -> {
            assertThat(task.type()).isEqualTo("task");
            assertThat(task.value()).isEqualTo("call Aunt Polly");
            assertThat(task.text()).isEqualTo("call Aunt Polly");
            assertThat(task.start()).isEqualTo(13);
            assertThat(task.end()).isEqualTo(28);
            assertThat(task.confidence()).isBetween(0.3, 1.0);
        });
    }

    @Test
    void a_korean_value_comes_without_its_particle() {
        SlotModel model =
                trainer.train(SlotFiles.examples(SlotFiles.read("phrases", Language.KOREAN), Language.KOREAN));

        assertThat(model.tag("캘린더에 물리치료를 추가해줘", Language.KOREAN, "calendar.create"))
                .extracting(Entity::value)
                .containsExactly("물리치료");
    }

    @Test
    void an_intent_has_only_its_own_slots() {
        SlotModel model = english();

        assertThat(model.slots("notes.add")).containsExactlyInAnyOrder("item", "list");
        assertThat(model.slots("clock.time")).isEmpty();
        assertThat(model.tag("add milk to the list", Language.ENGLISH, "clock.time"))
                .isEmpty();
        assertThat(model.tag("우유 추가해줘", Language.KOREAN, "notes.add")).isEmpty();
    }

    @Test
    void the_same_phrases_give_the_same_model() {
        String text = "put goat cheese on my party list";

        assertThat(english().tag(text, Language.ENGLISH, "notes.add"))
                .isEqualTo(english().tag(text, Language.ENGLISH, "notes.add"));
    }

    @Test
    void a_later_model_knows_new_phrases_and_keeps_the_others() {
        Map<String, List<String>> phrases = SlotFiles.read("phrases", Language.ENGLISH);
        SlotModel before = trainer.train(SlotFiles.examples(phrases, Language.ENGLISH));
        List<Entity> note = before.tag("add goat cheese to my list", Language.ENGLISH, "notes.add");
        phrases.put(
                "taxi.call", List.of("get me a cab to [the airport](place)", "a taxi to [main street](place) please"));

        SlotModel after = trainer.train(SlotFiles.examples(phrases, Language.ENGLISH), before);

        assertThat(after.tag("add goat cheese to my list", Language.ENGLISH, "notes.add"))
                .isEqualTo(note);
        assertThat(after.tag("get me a cab to the station", Language.ENGLISH, "taxi.call"))
                .extracting(Entity::value)
                .containsExactly("the station");
        assertThat(before.slots("taxi.call")).isEmpty();
    }

    @Test
    void a_malformed_mark_is_refused_with_its_phrase() {
        IntentExamples broken =
                new IntentExamples("notes.add", Map.of(Language.GERMAN, List.of("setz [Milch](item auf die Liste")));

        assertThatThrownBy(() -> trainer.train(List.of(broken)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "intent \"notes.add\" in de: the slot mark in \"setz [Milch](item auf die Liste\" is malformed:"
                                + " no \"(slot)\" directly after \"]\"; write [five minutes](duration)");
    }

    @Test
    void an_intent_that_is_given_twice_is_refused() {
        IntentExamples one = new IntentExamples("notes.add", Map.of());

        assertThatThrownBy(() -> trainer.train(List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the intent \"notes.add\" is given twice");
    }

    @Test
    void any_text_is_read_without_an_error() {
        Map<String, Map<Language, List<String>>> phrases = new TreeMap<>();
        for (Language language : Language.values()) {
            SlotFiles.read("phrases", language)
                    .forEach((intent, list) -> phrases.computeIfAbsent(intent, key -> new EnumMap<>(Language.class))
                            .put(language, list));
        }
        SlotModel model = trainer.train(phrases.entrySet().stream()
                .map(intent -> new IntentExamples(intent.getKey(), intent.getValue()))
                .toList());
        Random random = new Random(3);

        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x20000) : random.nextInt(0x100));
            }
            Language language = Language.values()[round % 7];
            for (Entity found : model.tag(text.toString(), language, "notes.add")) {
                assertThat(text.substring(found.start(), found.end())).isEqualTo(found.text());
            }
        }
        assertThat(model.tag("x".repeat(20_000), Language.ENGLISH, "notes.add")).hasSizeLessThan(2);
        assertThat(model.tag("", Language.ENGLISH, "notes.add")).isEmpty();
    }

    private SlotModel english() {
        return trainer.train(SlotFiles.examples(SlotFiles.read("phrases", Language.ENGLISH), Language.ENGLISH));
    }
}
