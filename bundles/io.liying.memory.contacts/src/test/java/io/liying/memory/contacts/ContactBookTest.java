package io.liying.memory.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.nlu.api.Contact;
import io.liying.storage.api.Durability;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactBookTest {

    @TempDir
    Path folder;

    private GroupedDatabase database;
    private ContactBook book;

    @BeforeEach
    void open() {
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
        book = new ContactBook(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void names_are_read_from_cards_of_all_versions() {
        List<Contact> read = VCards.read("""
                BEGIN:VCARD
                VERSION:4.0
                UID:urn:uuid:1
                N:Weber;Anna;;;
                FN:Anna Maria Weber
                NICKNAME:Annie,Mum
                TEL:+49 30 123
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                N:김;민수;;;
                FN:김민수
                END:VCARD
                BEGIN:VCARD
                VERSION:2.1
                N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                ORG:Without a name
                END:VCARD
                """);

        assertThat(read)
                .extracting(Contact::names)
                .containsExactly(
                        List.of("Anna Maria Weber", "Anna Weber", "Anna", "Annie", "Mum"),
                        List.of("김민수", "민수"),
                        List.of("Jürgen Müller", "Jürgen"));
    }

    @Test
    void what_is_no_card_has_no_contacts() {
        assertThat(VCards.read("<html>\n;;::\u0000\nBEGIN:VCARD\nFN")).isEmpty();
    }

    @Test
    void a_card_that_comes_again_is_replaced_and_survives_a_restart() {
        Contact anna = new Contact("1", List.of("Anna"));
        book.add("ada", List.of(anna));
        book.add("ada", List.of(new Contact("1", List.of("Anna Weber", "Anna"))));

        assertThat(new ContactBook(database).of("ada"))
                .containsExactly(new Contact("1", List.of("Anna Weber", "Anna")));
    }

    @Test
    void nobody_is_told_of_anothers_contacts() {
        book.add("ada", List.of(new Contact("1", List.of("Anna"))));

        assertThat(book.of("bob")).isEmpty();
        assertThat(book.remove("bob", "1")).isFalse();
        assertThat(book.of("ada")).hasSize(1);
    }

    @Test
    void more_contacts_than_fit_are_refused_as_a_whole() {
        List<Contact> many = IntStream.rangeClosed(0, ContactBook.MOST)
                .mapToObj(i -> new Contact("id" + i, List.of("Person " + i)))
                .toList();

        assertThat(book.add("ada", many)).isFalse();
        assertThat(book.of("ada")).isEmpty();
    }
}
