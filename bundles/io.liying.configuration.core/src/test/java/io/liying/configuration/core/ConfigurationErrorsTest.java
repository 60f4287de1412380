package io.liying.configuration.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfigurationErrorsTest {

    private static final String API_KEYS = "host, hosts, open, port, queue_capacity, rate, title, token";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @Test
    void all_errors_are_reported_at_once_and_nothing_is_configured() {
        assertThat(desk.problems("""
                api:
                  port: 65536
                  prot: 1
                  queue: {capacity: 0}
                  rate: 1.5
                  open: yes
                database:
                  durability: paper
                """))
                .containsExactly(
                        "liying.yaml, line 2: api.port: The value 65536 is not allowed."
                                + " Allowed: a whole number from 0 to 65535.",
                        "liying.yaml, line 3: api.prot: Unknown key. Did you mean \"port\"? Allowed are: " + API_KEYS
                                + ".",
                        "liying.yaml, line 4: api.queue.capacity: The value 0 is not allowed."
                                + " Allowed: a whole number of at least 1.",
                        "liying.yaml, line 5: api.rate: The value 1.5 is not allowed. Allowed: a number of at most 1.",
                        "liying.yaml, line 6: api.open: The value \"yes\" is not allowed. Allowed: true or false.",
                        "liying.yaml, line 8: database.durability: The value \"paper\" is not allowed."
                                + " Allowed: one of process, power.");
        assertThat(desk.admin.done).isEmpty();
    }

    @Test
    void a_wrong_type_is_an_error() {
        assertThat(desk.problems("api: {port: \"80\", host: 5, hosts: a, title: [ab], queue_capacity: {a: 1}}"))
                .containsExactly(
                        "liying.yaml, line 1: api.port: The value \"80\" is not allowed."
                                + " Allowed: a whole number from 0 to 65535.",
                        "liying.yaml, line 1: api.host: The value 5 is not allowed."
                                + " Allowed: a text, in quotes if it looks like a number.",
                        "liying.yaml, line 1: api.hosts: The value \"a\" is not allowed. Allowed: a list such as"
                                + " [a, b], each element a text, in quotes if it looks like a number.",
                        "liying.yaml, line 1: api.title: The value [\"ab\"] is not allowed. Allowed: a text, in quotes"
                                + " if it looks like a number, 2 to 5 characters long.",
                        "liying.yaml, line 1: api.queue_capacity.a: Unknown key."
                                + " Did you mean \"queue_capacity\"? Allowed are: " + API_KEYS + ".");
    }

    @Test
    void a_secret_is_not_shown() {
        assertThat(desk.problems("api: {token: hunter2}"))
                .containsExactly("liying.yaml, line 1: api.token: The value (hidden) is not allowed."
                        + " Allowed: a text, in quotes if it looks like a number, at least 8 characters long.");
    }

    @Test
    void an_unknown_section_is_an_error_with_a_suggestion() {
        assertThat(desk.problems("\ndatabse:\n  url: x\n"))
                .containsExactly("liying.yaml, line 2: Unknown section \"databse\". Did you mean \"database\"?"
                        + " Allowed are: app, i18n, speech, nlu, conversation, plugins, skills, database,"
                        + " security, api, logging.");
    }

    @Test
    void a_key_in_a_section_that_nothing_uses_is_an_error() {
        assertThat(desk.problems("speech: {voice: a}"))
                .containsExactly("liying.yaml, line 1: speech.voice: Unknown key: nothing that is installed has"
                        + " settings in section \"speech\". Allowed is an empty section only; remove the key, or"
                        + " install the bundle that uses it.");
    }

    @Test
    void a_key_that_stands_twice_is_an_error_however_it_is_written() {
        assertThat(desk.problems("api:\n  queue:\n    capacity: 1\n  queue_capacity: 2\napi: {}\n"))
                .containsExactly(
                        "liying.yaml, line 4: api.queue_capacity: This key stands in the file twice, first in line 3;"
                                + " allowed is once. Nesting and \"_\" mean the same.",
                        "liying.yaml, line 5: api: This key stands in the file twice, first in line 1;"
                                + " allowed is once. Nesting and \"_\" mean the same.");
    }

    @Test
    void broken_yaml_is_reported_with_its_line() {
        assertThat(desk.problems("api:\n  port: 1\n host: [\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("liying.yaml, line 3: This is not valid YAML: "));
        assertThat(desk.problems("just a text"))
                .containsExactly("liying.yaml, line 1: The file must consist of sections with keys below them."
                        + " Allowed sections: app, i18n, speech, nlu, conversation, plugins, skills, database,"
                        + " security, api, logging.");
        assertThat(desk.problems("api: 5"))
                .containsExactly("liying.yaml, line 1: Section \"api\" has a single value;"
                        + " allowed are keys below it, one on each line and indented.");
        assertThat(desk.problems("---\napi:\n---\napi:\n"))
                .containsExactly("liying.yaml, line 4: The file holds a second document; only one is allowed,"
                        + " so remove the line \"---\".");
        assertThat(desk.problems("api: &a\n  queue: *a\n"))
                .containsExactly("liying.yaml, line 2: api.queue: This key contains itself.");
    }

    @Test
    void a_missing_variable_is_named() {
        assertThat(desk.problems("api:\n  host: x\n  port: ${LIYING_PORT}\n  hosts: [ \"${1}\" ]\n"))
                .containsExactly(
                        "liying.yaml, line 3: api.port: The environment variable LIYING_PORT is not set and there is"
                                + " no default. Set it, or write ${LIYING_PORT:default}.",
                        "liying.yaml, line 4: api.hosts: \"${1}\" is not a placeholder. Allowed are ${NAME} and"
                                + " ${NAME:default}, and $${ for a plain ${.");
    }

    @Test
    void errors_in_overlays_and_overrides_name_their_source() {
        desk.profile = Optional.of("dev");
        desk.write("liying.dev.yaml", "\napi: {rate: 2}");
        desk.overrides.putAll(Map.of("liying.set.api.port", "abc", "liying.set.web.port", "1"));

        assertThat(desk.problems("api: {open: 1}"))
                .containsExactly(
                        "liying.set.web.port: Unknown section. Allowed is liying.set.<section>.<key> with one of the"
                                + " sections app, i18n, speech, nlu, conversation, plugins, skills, database,"
                                + " security, api, logging.",
                        "liying.yaml, line 1: api.open: The value 1 is not allowed. Allowed: true or false.",
                        "liying.dev.yaml, line 2: api.rate: The value 2 is not allowed."
                                + " Allowed: a number of at most 1.",
                        "liying.set.api.port: api.port: The value \"abc\" is not allowed."
                                + " Allowed: a whole number from 0 to 65535.");
    }

    @Test
    void a_named_file_must_exist_and_be_text() throws IOException {
        YamlConfigurations configurations = desk.start();
        configurations.close();
        assertThat(configurations.inEffect()).isFalse();
        assertThat(configurations.problems())
                .containsExactly("The configuration file " + folder.resolve("liying.yaml")
                        + " does not exist. Create it, or change LIYING_CONFIG or --config.");

        Files.write(folder.resolve("liying.yaml"), new byte[] {'a', (byte) 0xff});
        assertThat(configurations.reload())
                .containsExactly(folder.resolve("liying.yaml") + " is not UTF-8 text. Save it as UTF-8.");
    }

    @Test
    void a_profile_must_be_a_word() {
        desk.profile = Optional.of("../dev");

        assertThat(desk.problems(""))
                .containsExactly("\"../dev\" cannot be a profile."
                        + " Allowed in LIYING_PROFILE are letters, digits, \"-\" and \"_\".");
    }

    @Test
    void errors_are_told_in_each_of_the_seven_languages() {
        Map<Language, String> expected = Map.of(
                Language.KOREAN,
                "liying.yaml, 1번째 줄: api.port: -1 값은 허용되지 않습니다. 허용되는 값: 0 이상 65535 이하의 정수.",
                Language.ENGLISH,
                "liying.yaml, line 1: api.port: The value -1 is not allowed. Allowed: a whole number from 0 to 65535.",
                Language.CHINESE,
                "liying.yaml，第 1 行：api.port：不允许值 -1。允许：0 到 65535 之间的整数。",
                Language.JAPANESE,
                "liying.yaml、1 行目: api.port: 値 -1 は使えません。使える値: 0 以上 65535 以下の整数。",
                Language.SPANISH,
                "liying.yaml, línea 1: api.port: El valor -1 no está permitido."
                        + " Se permite: un número entero entre 0 y 65535.",
                Language.FRENCH,
                "liying.yaml, ligne 1 : api.port : La valeur -1 n’est pas permise."
                        + " Est permis : un nombre entier de 0 à 65535.",
                Language.GERMAN,
                "liying.yaml, Zeile 1: api.port: Der Wert -1 ist nicht erlaubt."
                        + " Erlaubt: eine ganze Zahl von 0 bis 65535.");
        for (Language language : Language.values()) {
            desk.language = language;

            assertThat(desk.problems("api: {port: -1}")).containsExactly(expected.get(language));
        }
    }
}
