package io.liying.sdk.test;

import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Plays conversation scripts against the built jar of a plugin, each in a framework of its own. The scripts lie in
 * {@code scripts/<language code>.yaml} among the test's resources:
 *
 * <pre>
 * - name: "asks for the rate"
 *   at: "2026-11-21T09:00+01:00[Europe/Berlin]"
 *   secrets: {key: abc}
 *   web:
 *     - request: "GET https://api.example.org/rate"
 *       answer: '{"rate": 1.1}'
 *   turns:
 *     - person: "What is the rate?"
 *       assistant: "It is 1.1."
 *     - after: PT1H
 *     - person: "And now?"
 *       assistant: /It is .+/
 *       intent: rate.ask
 * </pre>
 *
 * A test needs one method: {@code @TestFactory Stream<DynamicNode> conversations() { return
 * PluginScripts.of(MyTest.class); }}.
 */
public final class PluginScripts {

    private PluginScripts() {}

    /**
     * The conversations in every language, as tests. The jar is the one that the system property {@code liying.plugin}
     * names.
     *
     * @param anchor a class beside whose resources the scripts lie
     * @throws IllegalStateException if there is no jar, or no script
     */
    public static Stream<DynamicNode> of(Class<?> anchor) {
        String jar = System.getProperty("liying.plugin", "");
        if (!Files.isRegularFile(Path.of(jar))) {
            throw new IllegalStateException("the system property liying.plugin names no plugin's jar: \"" + jar + '"');
        }
        return of(anchor, Path.of(jar));
    }

    /** The conversations in every language with the plugin in a jar, as tests. */
    public static Stream<DynamicNode> of(Class<?> anchor, Path jar) {
        List<DynamicNode> languages = new ArrayList<>();
        for (Language language : Language.values()) {
            List<Script> scripts = Script.of(anchor, language);
            if (!scripts.isEmpty()) {
                languages.add(DynamicContainer.dynamicContainer(
                        language.code(),
                        scripts.stream()
                                .map(script ->
                                        DynamicTest.dynamicTest(script.name(), () -> play(script, language, jar)))));
            }
        }
        if (languages.isEmpty()) {
            throw new IllegalStateException("there is no file scripts/<language code>.yaml among the test's resources");
        }
        return languages.stream();
    }

    private static void play(Script script, Language language, Path jar) throws Exception {
        Path folder = Files.createTempDirectory("liying-script");
        try (PluginUnderTest plugin = PluginUnderTest.start(jar, folder, script, language)) {
            for (Script.Step step : script.steps()) {
                switch (step) {
                    case Script.Step.Turn turn -> check(turn, plugin.say(turn.person()), language);
                    case Script.Step.Pause pause -> plugin.pass(pause.length());
                }
            }
        } finally {
            remove(folder);
        }
    }

    private static void check(Script.Step.Turn turn, TurnEvent outcome, Language language) {
        if (!(outcome instanceof TurnEvent.Completed completed)) {
            throw new AssertionError("\"" + turn.person() + "\" got no answer: " + outcome);
        }
        String understood = "\nunderstood: " + completed.intent() + " " + completed.entities() + " in "
                + completed.language().language();
        String expected = turn.assistant();
        boolean pattern = expected.length() > 1 && expected.startsWith("/") && expected.endsWith("/");
        boolean fits = pattern
                ? completed.text().matches(expected.substring(1, expected.length() - 1))
                : completed.text().equals(expected);
        if (!fits) {
            throw new AssertionError("\"" + turn.person() + "\" was not answered as written.\nexpected: " + expected
                    + "\nanswered: " + completed.text() + understood);
        }
        if (completed.language().language() != language) {
            throw new AssertionError("\"" + turn.person() + "\" was taken for another language." + understood);
        }
        if (turn.intent().isPresent()
                && !turn.intent().equals(completed.intent().intent())) {
            throw new AssertionError("\"" + turn.person() + "\" was taken for another intent than "
                    + turn.intent().get() + "." + understood);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
