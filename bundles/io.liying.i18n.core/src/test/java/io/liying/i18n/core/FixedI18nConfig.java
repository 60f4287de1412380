package io.liying.i18n.core;

import java.lang.annotation.Annotation;

/** The section i18n with the values of a test. */
@SuppressWarnings("ClassExplicitlyAnnotation")
record FixedI18nConfig(String time_zone, String language) implements I18nConfig {

    @Override
    public Class<? extends Annotation> annotationType() {
        return I18nConfig.class;
    }
}
