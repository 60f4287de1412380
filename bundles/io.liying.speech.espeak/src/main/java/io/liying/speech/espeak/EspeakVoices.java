package io.liying.speech.espeak;

import io.liying.i18n.api.Language;
import io.liying.speech.api.voice.Voice;
import io.liying.speech.api.voice.Voice.Gender;
import io.liying.speech.api.voice.Voice.Quality;
import java.util.List;
import java.util.stream.Stream;

/**
 * The voices of the seven languages: a voice of eSpeak NG with a variant, {@code +f3} or {@code +m3}. It ignores the variant
 * after a language that is no voice's name, such as {@code fr-fr}.
 */
final class EspeakVoices {

    static final String ENGINE = "espeak";

    private static final String PREFIX = ENGINE + "/";

    private EspeakVoices() {}

    static List<Voice> all() {
        return Stream.of(Language.values())
                .flatMap(language -> names(language).stream()
                        .flatMap(name -> Stream.of(
                                voice(name + "+f3", language, Gender.FEMALE),
                                voice(name + "+m3", language, Gender.MALE))))
                .toList();
    }

    private static List<String> names(Language language) {
        return switch (language) {
            case KOREAN -> List.of("ko");
            case ENGLISH -> List.of("en-us", "en");
            case CHINESE -> List.of(Mandarin.NAME);
            case JAPANESE -> List.of("ja");
            case SPANISH -> List.of("es", "es-419");
            case FRENCH -> List.of("fr");
            case GERMAN -> List.of("de");
        };
    }

    private static Voice voice(String name, Language language, Gender gender) {
        return new Voice(PREFIX + name, ENGINE, language, gender, Quality.ROBOTIC);
    }

    /** What eSpeak NG calls a voice. */
    static String name(Voice voice) {
        return voice.id().substring(PREFIX.length());
    }
}
