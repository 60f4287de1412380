package io.liying.nlu.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.LanguageGuess;
import io.liying.nlu.api.Ranked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompactLanguageDetectorTest {

    private final CompactLanguageDetector detector = new CompactLanguageDetector();

    @ParameterizedTest
    @CsvSource({
        "ko, 오늘 날씨 어때",
        "en, set a timer for five minutes",
        "zh, 五分钟后提醒我",
        "ja, 五分後に教えて",
        "es, pon un temporizador de cinco minutos",
        "fr, mets un minuteur de cinq minutes",
        "de, stell einen Timer auf fünf Minuten"
    })
    void an_ordinary_command_is_certain(String code, String text) {
        LanguageGuess guess = detector.detect(text, Language.ENGLISH);

        assertThat(guess.language().code()).isEqualTo(code);
        assertThat(guess.confidence()).isGreaterThan(0.9);
        assertThat(guess.decided()).isTrue();
    }

    @Test
    void at_least_98_of_100_hard_short_commands_of_each_language_are_right() {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (var entry : TrainingText.hard().entrySet()) {
            assertThat(entry.getValue()).hasSizeGreaterThanOrEqualTo(40);
            Language other = entry.getKey() == Language.ENGLISH ? Language.FRENCH : Language.ENGLISH;
            int before = wrong.size();
            for (String text : entry.getValue()) {
                LanguageGuess guess = detector.detect(text, other);
                all++;
                if (guess.language() != entry.getKey()) {
                    wrong.add(entry.getKey() + ": " + text + " -> " + guess);
                }
            }
            assertThat(wrong.size() - before).as("%s", wrong).isLessThanOrEqualTo(1);
        }
        assertThat((double) wrong.size() / all).as("%s", wrong).isLessThanOrEqualTo(0.01);
    }

    @Test
    void no_hard_command_is_a_line_of_the_training_text() {
        for (var entry : TrainingText.hard().entrySet()) {
            if (entry.getKey() != Language.KOREAN) {
                Set<String> both = new HashSet<>(TrainingText.lines(entry.getKey()));
                both.retainAll(entry.getValue());
                assertThat(both).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 天气预报",
        "zh, 天氣預報",
        "ja, 天気予報",
        "zh, 现在时间",
        "ja, 現在時刻",
        "zh, 鲜の味",
        "ja, 東京駅",
        "zh, 東京現在幾點",
        "ko, 내일 meeting 잡아줘",
        "ko, YouTube Music에서 Taylor Swift 틀어줘",
        "de, Timer 5 Minuten",
        "es, manana a las 3",
        "de, fur funf minuten",
        "en, how do you say 감사합니다 in Korean",
        "fr, que veut dire ありがとう",
        "zh, 「ありがとう」是什么意思",
        "ja, 你好って何",
        "ko, 你好 뜻이 뭐야"
    })
    void kanji_mixed_text_and_missing_accents_are_understood(String code, String text) {
        assertThat(detector.detect(text, Language.ENGLISH).language().code()).isEqualTo(code);
        assertThat(detector.detect(text, Language.FRENCH).language().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "123",
                "12:30",
                "3 + 4 * 5",
                "😀👍",
                "...?!",
                "Привет",
                "∑√",
                "12 + 30",
                "12 plus 30",
                "7 minus 2",
                "ok",
                "OK!",
                "Okay 👍",
                "5 km",
                "3 pm",
                "sin(30)",
                "20 EUR",
                "2 x 3"
            })
    void a_text_that_is_the_same_in_every_language_is_undecided_and_keeps_the_expected_language(String text) {
        for (Language expected : Language.values()) {
            LanguageGuess guess = detector.detect(text, expected);

            assertThat(guess.decided()).isFalse();
            assertThat(guess.language()).isEqualTo(expected);
            assertThat(guess.confidence()).isEqualTo(0.4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de, moin",
        "de, Moin moin!",
        "de, Servus",
        "de, Grüezi",
        "de, Tach",
        "fr, coucou",
        "fr, Salut !",
        "fr, wesh",
        "es, buenas",
        "es, ¿Qué onda?",
        "en, howdy",
        "en, G’day"
    })
    void a_greeting_of_a_region_is_certain(String code, String text) {
        for (Language expected : Language.values()) {
            LanguageGuess guess = detector.detect(text, expected);

            assertThat(guess.language().code()).isEqualTo(code);
            assertThat(guess.decided()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Taxi", "Berlin", "ok", "Radio"})
    void a_word_of_several_languages_keeps_the_expected_language(String text) {
        for (Language expected : Language.values()) {
            assertThat(detector.detect(text, expected).language()).as(text).isEqualTo(expected);
        }
    }

    @Test
    void the_probabilities_of_all_seven_languages_add_up_to_one() {
        for (String text : List.of("", "ok", "hola", "天気", "안녕 hello", "wie spät ist es", "こんにちは")) {
            LanguageGuess guess = detector.detect(text, Language.SPANISH);

            assertThat(guess.alternatives()).hasSize(6);
            assertThat(guess.alternatives())
                    .isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
            double sum = guess.confidence()
                    + guess.alternatives().stream()
                            .mapToDouble(Ranked::confidence)
                            .sum();
            assertThat(sum).isBetween(0.999, 1.001);
        }
    }

    @Test
    void a_very_long_text_is_read_only_as_far_as_needed() {
        String text = "das ist ein sehr langer Text ".repeat(10_000);

        assertThat(detector.detect(text, Language.ENGLISH).language()).isEqualTo(Language.GERMAN);
    }
}
