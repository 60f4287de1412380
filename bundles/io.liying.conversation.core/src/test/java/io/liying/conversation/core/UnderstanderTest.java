package io.liying.conversation.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Contact;
import io.liying.nlu.api.Contacts;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import io.liying.nlu.api.SlotModel;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnderstanderTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-21T10:00+09:00[Asia/Seoul]");

    private static Entity entity(String type, String text, String words) {
        int start = text.indexOf(words);
        return new Entity(type, words, words, start, start + words.length(), 1);
    }

    private static EntityExtractor finds(Entity... entities) {
        return (text, language, reference) -> List.of(entities);
    }

    private static Understander understander(List<EntityExtractor> extractors, Contacts... contacts) {
        return new Understander((text, expected) -> LanguageGuess.certain(expected), extractors, List.of(contacts));
    }

    @Test
    void all_extractors_add_what_they_find_in_the_order_of_the_text() {
        String text = "meet Kim at 8 in Rome";
        Understander both =
                understander(List.of(finds(entity("city", text, "Rome")), finds(entity("time", text, "at 8"))));

        assertThat(both.entities(text, Language.ENGLISH, NOW, "ann"))
                .extracting(Entity::type)
                .containsExactly("time", "city");
    }

    @Test
    void nothing_is_found_inside_an_address() {
        String text = "call 010-1234-5678 in Rome";
        Understander both = understander(List.of(
                finds(entity("expression", text, "010-1234"), entity("city", text, "Rome")),
                finds(entity("phone", text, "010-1234-5678"))));

        assertThat(both.entities(text, Language.ENGLISH, NOW, "ann"))
                .extracting(Entity::type)
                .containsExactly("phone", "city");
    }

    @Test
    void people_find_their_own_contacts_only() {
        Map<String, List<Contact>> known = Map.of("ann", List.of(new Contact("7", List.of("Maria Weber", "Maria"))));
        Understander understander = understander(List.of(), person -> known.getOrDefault(person, List.of()));

        assertThat(understander.entities("lunch with maria weber", Language.ENGLISH, NOW, "ann"))
                .containsExactly(new Entity("person", "7", "maria weber", 11, 22, 0.9));
        assertThat(understander.entities("lunch with maria weber", Language.ENGLISH, NOW, "bob"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nobody",
            value = {
                "김민수한테 전화해줘 | 김민수 | 김민수",
                "민수씨랑 점심 | 민수 | 민수",
                "田中さんに電話 | 田中 | 田中",
                "マリアに送って | マリア | マリア",
                "マリアンヌに送って | マリア | nobody",
                "给王芳打电话 | 王芳 | 王芳",
                "llama a Ana | Ana | Ana",
                "por la mañana | Ana | nobody",
                "ruf Jürgen an | jürgen | Jürgen",
                "appelle Zoé ! | Zoé | Zoé",
            })
    void a_contact_is_found_without_what_is_written_together_with_it(String text, String name, String expected) {
        List<Entity> found = ContactNames.find(text, List.of(new Contact("1", List.of(name))));

        assertThat(found).extracting(Entity::text).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void a_name_of_two_contacts_gives_both() {
        List<Contact> contacts = List.of(new Contact("1", List.of("Anna")), new Contact("2", List.of("Anna")));

        assertThat(ContactNames.find("call Anna", contacts))
                .extracting(Entity::value)
                .containsExactly("1", "2");
    }

    @Test
    void a_learnt_slot_ends_before_the_moment_at_its_end() {
        String text = "remind me to book the flights on Monday";
        List<Entity> found = List.of(entity("date", text, "on Monday"));
        SlotModel slots = slots(entity("task", text, "book the flights on Monday"), entity("number", text, "the"));
        IntentResult understood = new IntentResult(Optional.of("reminder.set"), 1, List.of());

        List<Entity> all = LearntSlots.added(found, slots, text, Language.ENGLISH, understood);

        assertThat(all).extracting(Entity::text).containsExactly("book the flights", "on Monday");
    }

    @Test
    void without_an_intent_no_slot_is_looked_for() {
        SlotModel slots = slots(entity("task", "buy milk", "buy milk"));
        IntentResult nothing = new IntentResult(Optional.empty(), 1, List.of());

        assertThat(LearntSlots.added(List.of(), slots, "buy milk", Language.ENGLISH, nothing))
                .isEmpty();
    }

    private static SlotModel slots(Entity... found) {
        return new SlotModel() {
            @Override
            public List<Entity> tag(String text, Language language, String intent) {
                return List.of(found);
            }

            @Override
            public Set<String> slots(String intent) {
                return Set.of();
            }
        };
    }
}
