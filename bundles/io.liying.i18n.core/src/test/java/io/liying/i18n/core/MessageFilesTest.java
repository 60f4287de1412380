package io.liying.i18n.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.liying.i18n.api.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageFilesTest {

    private final FileMessages messages = new MessageFiles().of(MessageFilesTest.class);

    @ParameterizedTest
    @EnumSource
    void each_language_has_its_own_file(Language language) {
        assertThat(messages.text(language, "language")).isEqualTo(language.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 타이머 1개가 있어요. | 타이머 1,234개가 있어요.",
                "ENGLISH | 1 timer is running. | 1,234 timers are running.",
                "CHINESE | 有1个计时器。 | 有1,234个计时器。",
                "JAPANESE | タイマーが1個あります。 | タイマーが1,234個あります。",
                "SPANISH | Hay 1 temporizador. | Hay 1.234 temporizadores.",
                "FRENCH | Il y a 1 minuteur. | Il y a 1\u202f234 minuteurs.",
                "GERMAN | Ein Timer läuft. | 1.234 Timer laufen."
            })
    void plurals_and_numbers_follow_the_language(Language language, String one, String many) {
        assertThat(messages.text(language, "timers", Map.of("count", 1))).isEqualTo(one);
        assertThat(messages.text(language, "timers", Map.of("count", 1234))).isEqualTo(many);
    }

    @Test
    void apostrophes_quote_as_in_ICU() {
        assertThat(messages.text(Language.ENGLISH, "quoted", Map.of("name", "me")))
                .isEqualTo("It's {quoted} and don't me");
        assertThat(new IcuPattern("It''s '{'quoted'}' and don't {name}", Language.ENGLISH.locale())
                        .format(Map.of("name", "me")))
                .isEqualTo("It's {quoted} and don't me");
    }

    @Test
    void dates_and_large_numbers_are_formatted_in_the_language() {
        assertThat(messages.text(Language.GERMAN, "day", Map.of("day", LocalDate.of(2026, 11, 21))))
                .isEqualTo("21. November 2026");
        assertThat(messages.text(Language.GERMAN, "named", Map.of("first", 12345, "second", -1.5)))
                .isEqualTo("12.345 · -1,5");
    }

    @Test
    void a_missing_argument_is_the_callers_bug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages.text(Language.FRENCH, "named", Map.of("first", "a")))
                .withMessage("messages_fr.properties of " + MessageFilesTest.class.getName()
                        + ", named: the argument second is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages.text(Language.GERMAN, "timers"))
                .withMessage("messages_de.properties of " + MessageFilesTest.class.getName()
                        + ", timers: the argument count is missing");
    }

    @Test
    void an_unknown_key_is_the_callers_bug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages.text(Language.KOREAN, "absent"))
                .withMessage("messages_ko.properties of " + MessageFilesTest.class.getName()
                        + ", absent: there is no such key in any language");
        assertThat(messages.has(Language.KOREAN, "absent")).isFalse();
    }

    @Test
    void a_key_that_a_translation_lacks_is_answered_in_English() {
        assertThat(messages.has(Language.KOREAN, "only.english")).isFalse();
        assertThat(messages.text(Language.KOREAN, "only.english")).isEqualTo("Only in English");
    }

    @Test
    void gaps_name_the_keys_that_a_language_lacks() {
        assertThat(messages.gaps())
                .containsExactly(
                        "messages_ko.properties lacks only.english",
                        "messages_zh.properties lacks only.english",
                        "messages_ja.properties lacks only.english",
                        "messages_es.properties lacks only.english",
                        "messages_fr.properties lacks only.english",
                        "messages_de.properties lacks only.english");
    }

    @Test
    void files_are_read_as_properties_files_with_and_without_escapes() {
        assertThat(messages.text(Language.ENGLISH, "spaced.key")).isEqualTo("spaces around = are not part of it ");
        assertThat(messages.text(Language.ENGLISH, "colon")).isEqualTo("a colon separates too");
        assertThat(messages.text(Language.ENGLISH, "empty")).isEmpty();
        assertThat(messages.text(Language.KOREAN, "spaced.key")).isEqualTo("spaces around = are not part of it ");
        assertThat(messages.text(Language.KOREAN, "colon")).isEqualTo("two lines");
        assertThat(messages.has(Language.ENGLISH, "#")).isFalse();
    }

    @Test
    void missing_files_are_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageFiles().of(String.class))
                .withMessage("messages_ko.properties is missing beside java.lang.String");
    }

    @Test
    void many_threads_format_the_same_message() throws Exception {
        List<Callable<String>> calls = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int count = i + 2;
            calls.add(() -> messages.text(Language.GERMAN, "timers", Map.of("count", count)));
            expected.add(count + " Timer laufen.");
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> texts = new ArrayList<>();
            for (Future<String> text : threads.invokeAll(calls)) {
                texts.add(text.get());
            }
            assertThat(texts).isEqualTo(expected);
        }
    }
}
