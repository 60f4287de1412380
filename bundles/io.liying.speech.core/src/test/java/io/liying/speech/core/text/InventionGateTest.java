package io.liying.speech.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.RecognizedWord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InventionGateTest {

    private final InventionGate gate = new InventionGate();

    @ParameterizedTest
    @CsvSource({
        "en, Thanks for watching!",
        "ko, 시청해주셔서 감사합니다.",
        "ja, ご視聴ありがとうございました。",
        "zh, 字幕由Amara.org社群提供",
        "es, ¡Gracias por ver el video!",
        "fr, Sous-titres réalisés par la communauté d'Amara.org",
        "de, Untertitel im Auftrag des ZDF für funk 2017"
    })
    void the_end_of_a_video_was_not_said(String language, String text) {
        assertThat(against(language, text, 4)).isEqualTo("known invention");
        assertThat(against(language, text + " " + text, 8)).isEqualTo("known invention");
    }

    @ParameterizedTest
    @CsvSource({
        "en, I don't know. I don't know. I don't know. I don't know. I don't know.",
        "ko, 네 네 네 네 네 네",
        "ja, はいはいはいはいはいはい",
        "zh, 好的好的好的好的好的",
        "es, no lo sé no lo sé no lo sé no lo sé",
        "fr, d'accord d'accord d'accord d'accord d'accord",
        "de, ja ja ja ja ja ja ja"
    })
    void a_text_that_repeats_itself_was_not_said(String language, String text) {
        assertThat(against(language, text, 10)).isEqualTo("repeats");
    }

    @ParameterizedTest
    @CsvSource({
        "en, set a timer for five minutes and another timer for ten minutes",
        "ko, 타이머 삼 분 설정해 줘 그리고 불 켜 줘",
        "ja, 五分のタイマーをセットしてください",
        "zh, 请帮我设一个五分钟的定时器",
        "es, pon un temporizador de cinco minutos",
        "fr, mets un minuteur de cinq minutes",
        "de, stell einen Timer auf fünf Minuten"
    })
    void what_people_say_passes(String language, String text) {
        assertThat(against(language, text, 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, this is far too much text for half a second of sound whoever speaks it",
        "ko, 이렇게 긴 문장을 눈 깜짝할 사이에 말할 수 있는 사람은 아무도 없습니다",
        "ja, これほど長い文を一瞬のうちに話せる人はどこにもいません",
        "zh, 没有任何人能够在这么短的时间里说出这样长的一句话",
        "es, nadie puede decir una frase tan larga como esta en tan poco tiempo",
        "fr, personne ne peut dire une phrase aussi longue en si peu de temps",
        "de, niemand kann einen so langen Satz in so kurzer Zeit aussprechen"
    })
    void more_than_anybody_can_say_in_the_time_was_not_said(String language, String text) {
        assertThat(gate.against(
                        new RecognitionResult(text, 0.9, List.of(), List.of()),
                        Language.of(language).orElseThrow(),
                        Duration.ofMillis(500),
                        0.9))
                .isEqualTo("too fast");
    }

    @Test
    void nothing_is_nothing() {
        assertThat(against("en", " … ", 2)).isEqualTo("empty");
    }

    @Test
    void words_that_were_found_in_the_sound_may_repeat() {
        RecognizedWord one = new RecognizedWord("one", Duration.ZERO, Duration.ofMillis(300), 0.95);
        RecognitionResult counted = new RecognitionResult("one one one one one", 0.95, List.of(one), List.of());

        assertThat(gate.against(counted, Language.ENGLISH, Duration.ofSeconds(3), 0.95))
                .isEmpty();
    }

    private String against(String language, String text, int seconds) {
        return gate.against(
                new RecognitionResult(text, 0.9, List.of(), List.of()),
                Language.of(language).orElseThrow(),
                Duration.ofSeconds(seconds),
                0.9);
    }
}
