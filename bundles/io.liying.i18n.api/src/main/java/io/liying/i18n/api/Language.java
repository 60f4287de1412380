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
     * Finds the language of a BCP 47 tag; script and region are ignored.
     *
     * @param tag such as {@code zh-Hant-TW}, {@code en_US} or {@code ko}
     * @return empty if the tag names none of the seven
     */
    public static Optional<Language> of(String tag) {
        String wanted = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        for (Language language : values()) {
            if (language.code.equals(wanted)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
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
