package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.testkit.PluginJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that misbehave in every way there is, while somebody else goes on reckoning. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RogueTest {

    @TempDir
    static Path folder;

    private static Server server;

    private final AtomicBoolean enough = new AtomicBoolean();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private Thread other;

    @BeforeAll
    static void start() throws Exception {
        server = Server.start(
                folder.resolve("data"), "-Dliying.set.plugins.call_seconds=2", "-Dliying.set.plugins.stop_millis=200");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void somebodyElseReckons() {
        other = Thread.ofVirtual().start(() -> {
            for (int number = 1; !enough.get(); number++) {
                try {
                    String answer =
                            say("what is " + number + " times 2").path("text").asText();
                    if (!answer.replace(",", "").contains(String.valueOf(number * 2))) {
                        wrong.add(answer);
                    }
                } catch (Exception failed) {
                    wrong.add(failed.toString());
                    return;
                }
            }
        });
    }

    @AfterEach
    void nobodyElseNoticed() throws Exception {
        enough.set(true);
        other.join();
        assertThat(wrong).isEmpty();
        assertThat(server.process().isAlive()).isTrue();
    }

    @Test
    void one_that_throws_is_answered_politely_and_then_rests() throws Exception {
        install(PluginJar.skill(
                "thrower", "1.0.0", "throw new StackOverflowError();", "thrower do it", "make thrower throw"));

        assertThat(text("thrower do it")).startsWith("thrower ran into a problem");
        for (int i = 0; i < 4; i++) {
            text("thrower do it");
        }
        assertThat(text("thrower do it")).startsWith("thrower has failed several times");
    }

    @Test
    void one_that_hangs_is_cut_off() throws Exception {
        install(PluginJar.skill(
                "sleeper",
                "1.0.0",
                "Thread.sleep(60_000); return SkillAnswer.of(\"x\");",
                "sleeper wake up",
                "ask the sleeper"));

        assertThat(text("sleeper wake up")).startsWith("sleeper took too long");
        assertThat(state("sleeper")).isEqualTo("active");
    }

    @Test
    void one_that_loops_without_end_is_set_aside() throws Exception {
        install(PluginJar.skill(
                "looper",
                "1.0.0",
                "long end = System.nanoTime() + 20_000_000_000L; while (System.nanoTime() < end) { }"
                        + " return SkillAnswer.of(\"x\");",
                "looper go round",
                "ask the looper"));

        assertThat(text("looper go round")).startsWith("looper took too long");
        awaitState("looper", "quarantined");
        assertThat(Plugins.get(server, "/api/v1/plugins/looper").path("problem").asText())
                .contains("did not end when it was interrupted");
    }

    @Test
    void one_that_eats_memory_is_set_aside() throws Exception {
        install(PluginJar.skill(
                "glutton",
                "1.0.0",
                "java.util.List<byte[]> eaten = new ArrayList<>(); while (!Thread.interrupted()) {"
                        + " eaten.add(new byte[1 << 20]); if (eaten.size() > 100) { eaten.clear(); } }"
                        + " return SkillAnswer.of(\"full\");",
                "glutton eat",
                "feed the glutton"));

        text("glutton eat");
        awaitState("glutton", "quarantined");
        assertThat(Plugins.get(server, "/api/v1/plugins/glutton")
                        .path("problem")
                        .asText())
                .contains("plugins.memory_mb");
    }

    @Test
    void one_that_wants_to_end_the_process_does_not() throws Exception {
        install(PluginJar.skill(
                "exiter", "1.0.0", "System.exit(3); return SkillAnswer.of(\"x\");", "exiter leave", "ask the exiter"));
        assertThat(text("exiter leave")).startsWith("exiter ran into a problem");

        install(PluginJar.skill(
                "exiter",
                "1.0.1",
                "Runtime.getRuntime().halt(3); return SkillAnswer.of(\"x\");",
                "exiter leave",
                "ask the exiter"));
        assertThat(text("exiter leave")).startsWith("exiter ran into a problem");
    }

    @Test
    void threads_and_timers_that_one_leaves_behind_are_ended_with_it() throws Exception {
        install(PluginJar.of("leaver", "1.0.0")
                .withSkill(
                        """
                        for (int i = 0; i < 5; i++) {
                            new Thread(() -> {
                                try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException told) { return; }
                            }, "leaver-thread").start();
                        }
                        new java.util.Timer("leaver-timer", true).schedule(new java.util.TimerTask() {
                            @Override public void run() { kept.set(this); }
                        }, 10, 10);
                        java.util.concurrent.Executors.newFixedThreadPool(2).submit(() -> kept.set(this));
                        return SkillAnswer.of("left");
                        """,
                        "private static final ThreadLocal<Object> kept = new ThreadLocal<>();",
                        "leaver leave something",
                        "ask the leaver"));
        assertThat(text("leaver leave something")).isEqualTo("left");

        Plugins.call(server, "DELETE", "/api/v1/plugins/leaver", null);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Plugins.get(server, "/api/v1/plugins/leftovers")
                                .path("left_overs")
                                .findValuesAsText("plugin"))
                        .doesNotContain("leaver"));
    }

    @Test
    void one_with_too_many_threads_is_set_aside() throws Exception {
        install(PluginJar.skill("spinner", "1.0.0", """
                for (int i = 0; i < 200; i++) {
                    new Thread(() -> {
                        try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException told) { return; }
                    }, "spinner-thread").start();
                }
                return SkillAnswer.of("spun");
                """, "spinner spin", "ask the spinner"));

        text("spinner spin");
        awaitState("spinner", "quarantined");
        assertThat(Plugins.get(server, "/api/v1/plugins/spinner")
                        .path("problem")
                        .asText())
                .contains("plugins.threads");
        assertThat(server.send(server.request("/metrics")).body())
                .containsPattern("(?m)^liying_plugins_quarantined [1-9]");
        assertThat(Server.errors(server.data())).contains("Plugin spinner: spinner was set aside because it had");
    }

    @Test
    void what_holds_a_removed_plugin_is_named() throws Exception {
        install(PluginJar.skill(
                "clinger",
                "1.0.0",
                "Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> { });"
                        + " return SkillAnswer.of(\"held\");",
                "clinger hold on",
                "ask the clinger"));
        assertThat(text("clinger hold on")).isEqualTo("held");

        Plugins.call(server, "DELETE", "/api/v1/plugins/clinger", null);

        JsonNode left = Plugins.get(server, "/api/v1/plugins/leftovers").path("left_overs");
        assertThat(left.findValuesAsText("plugin")).contains("clinger");
        assertThat(left.toString()).contains("\"java.lang.Thread.defaultUncaughtExceptionHandler → example.clinger.");
    }

    private static void install(PluginJar plugin) throws Exception {
        Plugins.install(server, plugin.build(folder.resolve("rogue.jar")));
    }

    private static void awaitState(String id, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> state(id).equals(state));
    }

    private static String state(String id) throws Exception {
        return Plugins.get(server, "/api/v1/plugins/" + id).path("state").asText();
    }

    private static JsonNode say(String text) throws Exception {
        return server.say(Map.of("message", text, "language", "en"));
    }

    private static String text(String said) throws Exception {
        return say(said).path("text").asText();
    }
}
