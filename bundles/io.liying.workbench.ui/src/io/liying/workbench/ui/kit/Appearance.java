package io.liying.workbench.ui.kit;

import io.liying.i18n.api.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** How the workbench looks and which language it speaks, as the person chose it. Used by the UI thread only. */
public final class Appearance {

    public static final int SMALLEST_FONT = 8;
    public static final int LARGEST_FONT = 24;
    public static final int USUAL_FONT = 11;

    /** Which theme the person wants. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** Keeps choices over restarts. */
    public interface Memory {

        /** The kept value, or the given one if nothing is kept. */
        String read(String key, String otherwise);

        void write(String key, String value);
    }

    /** Ends listening. */
    @FunctionalInterface
    public interface Subscription {
        void end();
    }

    private final Memory memory;
    private final boolean systemDark;
    private final Locale systemLocale;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param systemDark whether the desktop itself is dark
     * @param systemLocale the desktop's language
     */
    public Appearance(Memory memory, boolean systemDark, Locale systemLocale) {
        this.memory = memory;
        this.systemDark = systemDark;
        this.systemLocale = systemLocale;
    }

    /** What else the person chose is kept beside it. */
    public Memory memory() {
        return memory;
    }

    public Theme theme() {
        String kept = memory.read("theme", Theme.SYSTEM.name());
        for (Theme theme : Theme.values()) {
            if (theme.name().equals(kept)) {
                return theme;
            }
        }
        return Theme.SYSTEM;
    }

    public boolean dark() {
        return switch (theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> systemDark;
        };
    }

    public Palette palette() {
        return dark() ? Palette.DARK : Palette.LIGHT;
    }

    /** The language that the person chose, or empty for the system's. */
    public Optional<Language> chosenLanguage() {
        return Language.of(memory.read("language", ""));
    }

    public Language language() {
        return chosenLanguage()
                .or(() -> Language.of(systemLocale.toLanguageTag()))
                .orElse(Language.ENGLISH);
    }

    /** The size of ordinary text in points. */
    public int fontSize() {
        String kept = memory.read("fontSize", "");
        if (!kept.matches("\\d{1,3}")) {
            return USUAL_FONT;
        }
        return Math.clamp(Integer.parseInt(kept), SMALLEST_FONT, LARGEST_FONT);
    }

    /** Takes over all choices at once. */
    public void choose(Theme theme, Optional<Language> language, int fontSize) {
        memory.write("theme", theme.name());
        memory.write("language", language.map(Language::code).orElse(""));
        memory.write("fontSize", Integer.toString(Math.clamp(fontSize, SMALLEST_FONT, LARGEST_FONT)));
        listeners.forEach(Runnable::run);
    }

    public void choose(Theme theme) {
        choose(theme, chosenLanguage(), fontSize());
    }

    public void choose(Optional<Language> language) {
        choose(theme(), language, fontSize());
    }

    /** Calls back after each change of a choice. */
    public Subscription listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }
}
