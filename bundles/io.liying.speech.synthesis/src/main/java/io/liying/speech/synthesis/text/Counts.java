package io.liying.speech.synthesis.text;

import io.liying.i18n.api.Language;
import io.liying.speech.synthesis.text.Numerals.Form;
import io.liying.speech.synthesis.text.Numerals.Gender;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads places in an order, versions, rows of digits and every number that is left. */
final class Counts {

    private static final Pattern VERSION = Pattern.compile("(?<![\\d.,])\\d+(?:\\.\\d+){2,}(?![\\d])");
    private static final Pattern ROW = Pattern.compile(
            "(?<![\\d.,])(?:\\+\\d{1,3}[ -]?)?(?:0\\d[\\d ]*\\d(?:-\\d+)*|\\d{3,4}-\\d{3,4}(?:-\\d+)+)(?![\\d.,]\\d)");
    private static final Pattern ENGLISH_PLACE = Pattern.compile("\\b(\\d{1,9})(?:st|nd|rd|th)\\b");
    private static final Pattern FRENCH_PLACE = Pattern.compile("\\b(\\d{1,9})(er|re|ère|e|ème)\\b");
    private static final Pattern SPANISH_PLACE = Pattern.compile("\\b(\\d{1,9})\\.?([ºª])");
    private static final Pattern GERMAN_PLACE = Pattern.compile(
            "(?<=\\b(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Aa]m|[Ii]m|[Zz]um|[Zz]ur|[Vv]om|[Bb]eim) )(\\d{1,4})\\.(?= \\p{L})");
    private static final Pattern KOREAN_COUNT = Pattern.compile(
            "(?<![\\d.,])(\\d{1,2})\\s?(개|명|시간|시(?!\\p{L})|살|마리|잔|권|대|번째|번|벌|달|장|가지|곳|송이|켤레|사람|그루|병|척)");
    private static final Pattern CHINESE_TWO =
            Pattern.compile("(?<![\\d.,])2(?=个|小时|分钟|秒|天|年(?!\\p{N})|次|位|只|本|杯|块|种|点|条|张|件|家|公里|米|度|倍)");

    private final Language language;
    private final Words words;
    private final Numerals numerals;
    private final Pattern number;

    Counts(Language language, Words words, Numerals numerals) {
        this.language = language;
        this.words = words;
        this.numerals = numerals;
        this.number = Pattern.compile("((?<![\\p{L}\\d)])[-−])?(" + NumberPatterns.number(language) + ")");
    }

    String read(String text) {
        String read = ROW.matcher(text).replaceAll(found -> quoted(numerals.digits(found.group())));
        read = VERSION.matcher(read).replaceAll(found -> quoted(version(found.group())));
        read = places(read);
        return number.matcher(read).replaceAll(found -> quoted(spelled(found.group(1) != null, found.group(2))));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    private String version(String written) {
        String point = words.of("dot");
        StringBuilder spoken = new StringBuilder();
        for (String part : written.split("\\.", -1)) {
            if (!spoken.isEmpty()) {
                spoken.append(' ').append(point).append(' ');
            }
            spoken.append(part.length() > 9 ? numerals.digits(part) : numerals.cardinal(Long.parseLong(part)));
        }
        return spoken.toString();
    }

    private String places(String text) {
        return switch (language) {
            case ENGLISH -> replace(text, ENGLISH_PLACE, Gender.NONE);
            case FRENCH ->
                FRENCH_PLACE
                        .matcher(text)
                        .replaceAll(found -> quoted(numerals.ordinal(
                                Long.parseLong(found.group(1)),
                                Form.STRONG,
                                found.group(2).endsWith("re") ? Gender.FEMININE : Gender.MASCULINE)));
            case SPANISH ->
                SPANISH_PLACE
                        .matcher(text)
                        .replaceAll(found -> quoted(numerals.ordinal(
                                Long.parseLong(found.group(1)),
                                Form.STRONG,
                                found.group(2).equals("ª") ? Gender.FEMININE : Gender.MASCULINE)));
            case GERMAN ->
                GERMAN_PLACE
                        .matcher(text)
                        .replaceAll(found -> quoted(numerals.ordinal(
                                Long.parseLong(found.group(1)), Dates.formBefore(text, found.start()), Gender.NONE)));
            case KOREAN ->
                KOREAN_COUNT
                        .matcher(text)
                        .replaceAll(found -> quoted(korean(Integer.parseInt(found.group(1)), found.group(2))));
            case CHINESE -> CHINESE_TWO.matcher(text).replaceAll("两");
            case JAPANESE -> text;
        };
    }

    private String replace(String text, Pattern pattern, Gender gender) {
        return pattern.matcher(text)
                .replaceAll(found -> quoted(numerals.ordinal(Long.parseLong(found.group(1)), Form.STRONG, gender)));
    }

    private String korean(int count, String counter) {
        boolean lateHour = counter.equals("시") && count > 12;
        String number = count == 0 || lateHour ? numerals.cardinal(count) : numerals.nativeKorean(count);
        return number + ' ' + counter;
    }

    private String spelled(boolean negative, String written) {
        if (written.length() > 1 && written.startsWith("0") && written.chars().allMatch(Character::isDigit)) {
            return numerals.digits(written);
        }
        BigDecimal value = NumberPatterns.value(written, language);
        return numerals.cardinal(negative ? value.negate() : value, Gender.NONE);
    }
}
