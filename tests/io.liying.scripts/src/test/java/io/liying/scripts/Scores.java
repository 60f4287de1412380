package io.liying.scripts;

import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.storage.api.Database;
import io.liying.storage.api.Durability;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays all scripts for the benchmark {@code dialogue} and prints a line for each figure: its name, a space, its value;
 * and for each script that failed: "note ", which one and why. Its argument is an empty folder.
 */
final class Scores {

    private static final String NOTE = "note ";
    private static final int TURNS = 3_000;

    private Scores() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        H2Engine engine = new H2Engine();
        GroupedDatabase database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
        try {
            print(Teachers.remembering(), database);
        } finally {
            database.close();
        }
        System.exit(0);
    }

    private static void print(Teachers trainer, Database database) throws Exception {
        int allPassed = 0;
        int all = 0;
        for (Language language : Language.values()) {
            int passed = 0;
            int turns = 0;
            List<Script> scripts = Script.of(language);
            long begin = System.nanoTime();
            for (Script script : scripts) {
                passed += passes(script, language, trainer, database) ? 1 : 0;
                turns += script.steps().size();
            }
            double millis = (System.nanoTime() - begin) / 1e6;
            allPassed += passed;
            all += scripts.size();
            print(language.code() + "_scripts", scripts.size());
            print(language.code() + "_scripts_passed", passed);
            print(language.code() + "_turns", turns);
            print(language.code() + "_ms", millis);
        }
        print("scripts_passed_ratio", (double) allPassed / all);
        stages(trainer, database);
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        print("heap_mb", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }

    private static boolean passes(Script script, Language language, Teachers trainer, Database database) {
        try {
            ScriptsTest.play(script, language, trainer, database);
            return true;
        } catch (AssertionError | Exception failed) {
            String reason = String.valueOf(failed.getMessage()).replaceAll("\\s+", " ");
            System.out.println(NOTE + language.code() + " " + script.name() + ": " + reason);
            return false;
        }
    }

    /** What the stage of the dialogue costs a turn that needs nothing of it. */
    private static void stages(Teachers trainer, Database database) throws Exception {
        List<Long> dialogue = new ArrayList<>();
        List<Long> total = new ArrayList<>();
        try (Assistant assistant = new Assistant("2026-11-21T15:05+09:00[Asia/Seoul]", trainer, database)) {
            for (int turn = 0; turn < 2 * TURNS; turn++) {
                TurnEvent outcome = assistant.say("what is " + turn + " plus 30?");
                if (turn >= TURNS && outcome instanceof TurnEvent.Completed completed) {
                    dialogue.add(completed
                            .timings()
                            .getOrDefault("dialogue", Duration.ZERO)
                            .toNanos());
                    total.add(completed
                            .timings()
                            .getOrDefault("total", Duration.ZERO)
                            .toNanos());
                }
            }
        }
        print("calculator_dialogue_stage_us", median(dialogue) / 1e3);
        print("calculator_turn_us", median(total) / 1e3);
    }

    private static double median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }

    private static void print(String name, double value) {
        System.out.println(name + " " + value);
    }
}
