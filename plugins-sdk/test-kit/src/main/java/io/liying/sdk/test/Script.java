package io.liying.sdk.test;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A conversation, when it takes place, and what the web answers meanwhile.
 *
 * @param at a date and time with its zone
 */
record Script(String name, String at, Map<String, String> secrets, List<WebAnswer> web, List<Step> steps) {

    private static final String NOON = "2026-11-21T12:00+09:00[Asia/Seoul]";

    /**
     * What a host answers to a request.
     *
     * @param request method and address, such as {@code GET https://api.example.org/rates}
     */
    record WebAnswer(String request, int status, String body) {}

    /** What happens next in a conversation. */
    sealed interface Step {

        /**
         * A turn.
         *
         * @param assistant the whole answer, or a regular expression between slashes
         * @param intent what should be understood, if the script says it
         */
        record Turn(String person, String assistant, Optional<String> intent) implements Step {}

        /** Time passes, and the plugin's tasks that are due run. */
        record Pause(Duration length) implements Step {}
    }

    /** Reads {@code scripts/<language code>.yaml} beside a test; empty if there is no such file. */
    static List<Script> of(Class<?> anchor, Language language) {
        String file = "/scripts/" + language.code() + ".yaml";
        try (InputStream stream = anchor.getResourceAsStream(file)) {
            if (stream == null) {
                return List.of();
            }
            return list(new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(stream)).stream()
                    .map(script -> of((Map<?, ?>) script))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Script of(Map<?, ?> script) {
        return new Script(
                text(script, "name"),
                optional(script, "at").orElse(NOON),
                secrets(script.get("secrets")),
                list(script.get("web")).stream()
                        .map(answer -> web((Map<?, ?>) answer))
                        .toList(),
                list(script.get("turns")).stream()
                        .map(turn -> step((Map<?, ?>) turn))
                        .toList());
    }

    private static Map<String, String> secrets(@Nullable Object secrets) {
        if (!(secrets instanceof Map<?, ?> map)) {
            return Map.of();
        }
        return map.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> String.valueOf(entry.getKey()), entry -> String.valueOf(entry.getValue())));
    }

    private static WebAnswer web(Map<?, ?> answer) {
        return new WebAnswer(
                text(answer, "request"),
                Integer.parseInt(optional(answer, "status").orElse("200")),
                text(answer, "answer"));
    }

    private static Step step(Map<?, ?> step) {
        return step.containsKey("after")
                ? new Step.Pause(Duration.parse(text(step, "after")))
                : new Step.Turn(text(step, "person"), text(step, "assistant"), optional(step, "intent"));
    }

    private static List<?> list(@Nullable Object list) {
        return list instanceof List<?> found ? found : List.of();
    }

    private static Optional<String> optional(Map<?, ?> map, String key) {
        return Optional.ofNullable(map.get(key)).map(String::valueOf);
    }

    private static String text(Map<?, ?> map, String key) {
        return String.valueOf(Objects.requireNonNull(map.get(key), () -> key + " is missing in " + map));
    }
}
