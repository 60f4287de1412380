package io.liying.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.TurnEvent;
import io.liying.nlu.api.Contact;
import io.liying.nlu.api.Contacts;
import io.liying.nlu.api.Entity;
import io.liying.storage.api.Durability;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The people somebody knows are understood as people in what she says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class ContactsTest {

    private static final Contacts CONTACTS = personId -> personId.equals("ada")
            ? List.of(
                    new Contact("anna", List.of("Anna Weber", "Anna", "안나", "安娜", "アンナ", "Ana")),
                    new Contact("minsu", List.of("김민수", "민수")))
            : List.of();

    private GroupedDatabase database;
    private Assistant assistant;

    @BeforeAll
    void open(@TempDir Path folder) throws ReflectiveOperationException {
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
        assistant = new Assistant("2026-11-21T15:05+09:00[Asia/Seoul]", Teachers.remembering(), database, CONTACTS);
    }

    @AfterAll
    void close() throws ReflectiveOperationException {
        assistant.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When is my appointment with Anna Weber?     | Anna Weber | anna
            민수랑 점심 약속이 언제지?                     | 민수        | minsu
            안나한테 전화하라고 5시에 알려 주세요            | 안나        | anna
            和安娜吃午饭是哪天？                           | 安娜        | anna
            アンナとランチの約束はいつだっけ                | アンナ      | anna
            ¿cuándo es mi cita con Ana?                 | Ana        | anna
            quand est mon rendez-vous avec Anna ?       | Anna       | anna
            wann ist mein Termin mit Anna?              | Anna       | anna
            """)
    void a_name_is_a_person_in_every_language(String said, String name, String id) throws Exception {
        TurnEvent.Completed completed = (TurnEvent.Completed) assistant.say("ada", said);

        assertThat(completed.entities())
                .filteredOn(entity -> entity.type().equals(Entity.PERSON))
                .extracting(entity -> entity.text() + " " + entity.value())
                .containsExactly(name + " " + id);
    }

    @ParameterizedTest
    @CsvSource({"wann ist mein Termin mit Anna?", "안나랑 점심 약속이 언제지?"})
    void nobody_elses_contacts_are_found(String said) throws Exception {
        TurnEvent.Completed completed = (TurnEvent.Completed) assistant.say("bob", said);

        assertThat(completed.entities()).noneMatch(entity -> entity.type().equals(Entity.PERSON));
    }
}
