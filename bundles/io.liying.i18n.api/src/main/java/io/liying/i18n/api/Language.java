package io.liying.i18n.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One of the seven languages that LiYing understands and speaks equally well. */
public enum Language {
    KOREAN("ko"),
    ENGLISH("en"),
    CHINESE("zh"),
    JAPANESE("ja"),
    SPANISH("es"),
    FRENCH("fr"),
    GERMAN("de");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The two-letter ISO 639-1 code. */
    public String code() {
        return code;
    }

    /** The locale without a region, as ICU and the JDK know it. */
    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /**
     * Finds the language of a BCP 47 tag; script and region are ignored. The three-letter codes of ISO 639 count as well, and
     * languages that are written as one of the seven count as that: {@code yue-HK} is Chinese, {@code gsw} German.
     *
     * @param tag such as {@code zh-Hant-TW}, {@code en_US}, {@code cmn-Hans} or {@code ko}
     * @return empty if the tag names none of the seven
     */
    public static Optional<Language> of(String tag) {
        String wanted = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return switch (wanted) {
            case "ko", "kor" -> Optional.of(KOREAN);
            case "en", "eng" -> Optional.of(ENGLISH);
            case "zh", "zho", "chi", "cmn", "yue", "wuu", "hak", "nan" -> Optional.of(CHINESE);
            case "ja", "jpn" -> Optional.of(JAPANESE);
            case "es", "spa" -> Optional.of(SPANISH);
            case "fr", "fra", "fre" -> Optional.of(FRENCH);
            case "de", "deu", "ger", "gsw" -> Optional.of(GERMAN);
            default -> Optional.empty();
        };
    }

    /**
     * Chooses the best of the seven for an {@code Accept-Language} header.
     *
     * @param header the header's value as RFC 9110 defines it
     * @return empty if it is malformed or names none of the seven
     */
    public static Optional<Language> accepted(String header) {
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            return ranges.stream()
                    .flatMap(range -> of(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
