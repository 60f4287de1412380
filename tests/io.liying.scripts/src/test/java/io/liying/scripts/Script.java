package io.liying.scripts;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A conversation and when it takes place.
 *
 * @param at a date and time with its zone
 */
record Script(String name, String at, List<Step> steps) {

    /** The files of each language: what concerns several skills, then single skills. */
    private static final List<String> PARTS = List.of(
            "",
            "alarm_",
            "calendar_",
            "clock_",
            "dialogue_",
            "lookup_",
            "memory_",
            "mixed_",
            "notes_",
            "smalltalk_",
            "sums_",
            "weather_");

    /** What happens next in a conversation. */
    sealed interface Step {

        /**
         * A turn.
         *
         * @param assistant the whole answer, or a regular expression between slashes
         * @param intent what was understood, or {@code none}
         */
        record Turn(String person, String assistant, String intent) implements Step {}

        /** Time passes and something rings. */
        record Ring(Duration after, String notice) implements Step {}
    }

    static List<Script> of(Language language) {
        List<Script> all = new ArrayList<>();
        for (String part : PARTS) {
            all.addAll(read("/scripts/" + part + language.code() + ".yaml"));
        }
        return all;
    }

    private static List<Script> read(String file) {
        try (InputStream stream = Objects.requireNonNull(Script.class.getResourceAsStream(file), file)) {
            List<?> scripts = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(stream);
            return scripts.stream().map(script -> of((Map<?, ?>) script)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Script of(Map<?, ?> script) {
        List<?> turns = (List<?>) script.get("turns");
        return new Script(
                text(script, "name"),
                text(script, "at"),
                turns.stream().map(turn -> step((Map<?, ?>) turn)).toList());
    }

    private static Step step(Map<?, ?> step) {
        return step.containsKey("after")
                ? new Step.Ring(Duration.parse(text(step, "after")), text(step, "notice"))
                : new Step.Turn(text(step, "person"), text(step, "assistant"), text(step, "intent"));
    }

    private static String text(Map<?, ?> map, String key) {
        return Objects.requireNonNull((String) map.get(key), () -> key + " is missing in " + map);
    }
}
