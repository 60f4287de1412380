package io.liying.speech.synthesis.text;

import io.liying.i18n.api.Language;
import io.liying.speech.synthesis.text.Numerals.Gender;
import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times of day. */
final class Times {

    private static final Pattern TIME =
            Pattern.compile("(?<![\\d:])([01]?\\d|2[0-4])(?::| ?h(?= ?\\d\\d\\b) ?)([0-5]\\d)(?::([0-5]\\d))?(?![\\d:])"
                    + "(?:\\s?(?:(?<half>[AaPp])\\.?[Mm]\\b\\.?(?!\\p{L})|Uhr\\b|h\\b|시|時|点))?");

    private final Language language;
    private final Words words;
    private final Numerals numerals;

    Times(Language language, Words words, Numerals numerals) {
        this.language = language;
        this.words = words;
        this.numerals = numerals;
    }

    String read(String text) {
        return TIME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(spoken(found)));
    }

    private String spoken(MatchResult found) {
        int hour = Integer.parseInt(found.group(1));
        int minute = Integer.parseInt(found.group(2));
        String half = found.group("half");
        String time = time(hour, minute, half);
        String seconds = found.group(3);
        return seconds == null || seconds.equals("00")
                ? time
                : words.of("time.seconds", time, numerals.cardinal(Integer.parseInt(seconds)));
    }

    private String time(int hour, int minute, @Nullable String half) {
        String minutes = numerals.cardinal(minute);
        return switch (language) {
            case ENGLISH -> english(hour, minute, half);
            case GERMAN -> {
                String hours = hour == 1 ? "ein" : numerals.cardinal(hour);
                yield minute == 0 ? hours + " Uhr" : hours + " Uhr " + minutes;
            }
            case FRENCH -> {
                String hours = feminine(hour) + (hour < 2 ? " heure" : " heures");
                yield minute == 0 ? hours : hours + ' ' + feminine(minute);
            }
            case SPANISH -> minute == 0 ? feminine(hour) + " en punto" : feminine(hour) + " y " + minutes;
            case KOREAN -> {
                String hours = hour >= 1 && hour <= 12 ? numerals.nativeKorean(hour) : numerals.cardinal(hour);
                yield minute == 0 ? hours + " 시" : hours + " 시 " + minutes + " 분";
            }
            case CHINESE -> {
                String hours = hour == 2 ? "两" : numerals.cardinal(hour);
                String zero = minute > 0 && minute < 10 ? "零" : "";
                yield minute == 0 ? hours + "点" : hours + "点" + zero + minutes + "分";
            }
            case JAPANESE -> {
                String hours = (hour == 0 ? "零" : numerals.cardinal(hour)) + "時";
                yield minute == 0 ? hours : hours + minutes + "分";
            }
        };
    }

    private String english(int hour, int minute, @Nullable String half) {
        boolean afternoon = half == null ? hour > 12 && hour < 24 : half.equalsIgnoreCase("p");
        String hours = numerals.cardinal((hour + 11) % 12 + 1);
        boolean shown = half != null || hour > 12 || hour == 0;
        String part = shown ? (afternoon ? " p m" : " a m") : "";
        if (minute == 0) {
            return hours + (shown ? part : " o'clock");
        }
        return hours + (minute < 10 ? " oh " : " ") + numerals.cardinal(minute) + part;
    }

    private String feminine(int number) {
        return numerals.cardinal(BigDecimal.valueOf(number), Gender.FEMININE);
    }
}
