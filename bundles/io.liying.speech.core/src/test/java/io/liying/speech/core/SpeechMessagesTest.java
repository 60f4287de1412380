package io.liying.speech.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.speech.api.SpeechException;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpeechMessagesTest {

    private final SpeechMessages messages = new SpeechMessages(new MessageFiles());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko|녹음의 샘플링 속도가 0Hz로 되어 있습니다. LiYing은 1000~384000Hz를 읽습니다. 16000Hz로 다시 저장하는 것이 가장 좋습니다.",
                "en|The recording claims 0 samples a second; LiYing reads 1000 to 384000. Save it again, best with 16000.",
                "zh|录音标称的采样率为 0 Hz；LiYing 支持 1000 到 384000 Hz。请重新保存，最好使用 16000 Hz。",
                "ja|録音のサンプリング周波数が 0 Hz になっています。LiYing が読めるのは 1000～384000 Hz です。16000 Hz で保存し直すのが最適です。",
                "es|La grabación indica 0 muestras por segundo; LiYing lee de 1000 a 384000. Guárdela de nuevo, mejor con 16000.",
                "fr|L’enregistrement annonce 0 échantillons par seconde ; LiYing en lit de 1000 à 384000. Enregistrez-le à nouveau, de préférence avec 16000.",
                "de|Die Aufnahme gibt 0 Abtastwerte je Sekunde an; LiYing liest 1000 bis 384000. Speichern Sie sie neu, am besten mit 16000."
            })
    void what_is_wrong_is_said_in_the_reader_s_language(String language, String text) {
        SpeechException wrong = new SpeechException("audio.rate", Map.of("rate", 0, "min", 1000, "max", 384_000));

        assertThat(messages.text(wrong, Language.of(language).orElseThrow())).isEqualTo(text);
    }

    @Test
    void an_unknown_problem_is_said_as_it_is() {
        SpeechException unknown = new SpeechException("other.engine", Map.of("why", "reasons"));

        assertThat(messages.text(unknown, Language.FRENCH)).isEqualTo("other.engine{why=reasons}");
    }
}
