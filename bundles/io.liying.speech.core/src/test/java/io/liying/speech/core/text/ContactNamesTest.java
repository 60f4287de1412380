package io.liying.speech.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Contact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactNamesTest {

    private final List<Contact> book = new ArrayList<>();
    private final ContactNames names =
            new ContactNames(person -> person.equals("owner") ? List.copyOf(book) : List.of());

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_owners_contacts_are_expected_in_every_language(Language language) {
        book.add(new Contact("1", List.of("Anna-Maria Weber", "Anna")));
        book.add(new Contact("2", List.of("김민수")));

        assertThat(names.phrases(language)).containsExactly("anna maria weber", "anna", "김민수");
    }

    @Test
    void a_new_contact_is_known_at_once() {
        assertThat(names.phrases(Language.ENGLISH)).isEmpty();

        book.add(new Contact("1", List.of("Bob")));

        assertThat(names.phrases(Language.ENGLISH)).containsExactly("bob");
    }

    @Test
    void a_thick_book_is_told_up_to_a_bound() {
        for (int i = 0; i < 2 * ContactNames.MOST; i++) {
            book.add(new Contact("c" + i, List.of("Person Number " + i)));
        }

        assertThat(names.phrases(Language.ENGLISH)).hasSize(ContactNames.MOST);
    }
}
