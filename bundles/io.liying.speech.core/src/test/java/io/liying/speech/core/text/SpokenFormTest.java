package io.liying.speech.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.nlu.entity.LexiconEntityExtractor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpokenFormTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final LexiconEntityExtractor extractor = new LexiconEntityExtractor();
    private final SpokenForm spokenForm = new SpokenForm(() -> Optional.of(extractor), NOON);

    @ParameterizedTest
    @CsvSource({
        "en, add twenty five apples, add 25 apples",
        "ko, 사과 이십오 개 추가해 줘, 사과 25 개 추가해 줘",
        "zh, 添加二十五个苹果, 添加25个苹果",
        "ja, りんごを二十五個追加して, りんごを25個追加して",
        "es, añade veinticinco manzanas, añade 25 manzanas",
        "fr, ajoute vingt-cinq pommes, ajoute 25 pommes",
        "de, füge fünfundzwanzig Äpfel hinzu, füge 25 Äpfel hinzu",
        "en, wake me at half past three in the afternoon, wake me at 15:30",
        "ko, 오후 세 시 반에 깨워 줘, 15:30에 깨워 줘",
        "zh, 下午三点半叫醒我, 15:30叫醒我",
        "ja, 午後三時半に起こして, 15:30に起こして",
        "es, despiértame a las tres y media de la tarde, despiértame a las 15:30",
        "fr, réveille-moi à trois heures et demie de l'après-midi, réveille-moi à 15:30",
        "de, weck mich um halb vier nachmittags, weck mich um 15:30"
    })
    void spoken_numbers_are_written_in_digits(String language, String spoken, String written) {
        assertThat(spokenForm.written(spoken, Language.of(language).orElseThrow()))
                .isEqualTo(written);
    }

    @Test
    void a_lonely_one_stays_a_word() {
        assertThat(spokenForm.written("that one please", Language.ENGLISH)).isEqualTo("that one please");
    }

    @Test
    void without_understanding_the_text_stays_as_it_is() {
        assertThat(new SpokenForm(Optional::empty, NOON).written("twenty five", Language.ENGLISH))
                .isEqualTo("twenty five");
    }
}
