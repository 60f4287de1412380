package io.liying.i18n.api;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The language that the machine's user reads. The environment is asked before Java, since Java knows a language of
 * {@code LANG} only where the system's files for it are installed.
 */
public final class MachineLanguage {

    private MachineLanguage() {}

    /** Asks the system property {@code liying.language}, the environment, then Java; else English. */
    public static Language find() {
        return find(System::getProperty, System::getenv, Locale.getDefault(Locale.Category.DISPLAY));
    }

    static Language find(
            Function<String, @Nullable String> property,
            Function<String, @Nullable String> environment,
            Locale locale) {
        return Stream.of(
                        Optional.ofNullable(property.apply("liying.language")),
                        Optional.ofNullable(environment.apply("LC_ALL")),
                        Optional.ofNullable(environment.apply("LC_MESSAGES")),
                        Optional.ofNullable(environment.apply("LANG")),
                        Optional.of(locale.toLanguageTag()))
                .flatMap(Optional::stream)
                .map(MachineLanguage::withoutCharset)
                .flatMap(tag -> Language.of(tag).stream())
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    private static String withoutCharset(String locale) {
        int end = locale.indexOf('.');
        return end < 0 ? locale.replaceFirst("@.*", "") : locale.substring(0, end);
    }
}
