package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Now and here, for whatever is relative. */
record Reference(Language language, ZonedDateTime now, LocalDate today, int seconds) {

    static Reference of(Language language, ZonedDateTime now) {
        return new Reference(language, now, now.toLocalDate(), now.toLocalTime().toSecondOfDay());
    }

    boolean speaks(Language wanted) {
        return language == wanted;
    }

    /** Whether what belongs to a word stands after it, as in Korean and Japanese, and partly in Chinese. */
    boolean isEastern() {
        return language == Language.KOREAN || language == Language.JAPANESE || language == Language.CHINESE;
    }
}
