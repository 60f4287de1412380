package io.liying.skill.api;

import io.liying.i18n.api.Language;

/** How familiar two people are in the language they speak: 반말 and 존댓말, tu and vous, du and Sie, 你 and 您. */
public enum Formality {
    INFORMAL,
    FORMAL;

    /**
     * The formality that LiYing speaks in until a person shows another one: polite in Korean, Chinese, Japanese and French, familiar
     * in the others. Texts without a variant are in this one.
     */
    public static Formality usual(Language language) {
        return switch (language) {
            case KOREAN, CHINESE, JAPANESE, FRENCH -> FORMAL;
            case ENGLISH, SPANISH, GERMAN -> INFORMAL;
        };
    }
}
