package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.testkit.PluginJar;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plugins in the real server, while people are talking. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class PluginsTest {

    private static final String[] PHRASES = {
        "ask the parrot", "what does the parrot say", "parrot please", "let the parrot speak", "say it parrot"
    };

    @TempDir
    Path folder;

    @Test
    void a_skill_is_upgraded_under_load_without_a_failed_turn_and_rolled_back() throws Exception {
        Path first = parrot("1.0.0", "one").build(folder.resolve("one.jar"));
        Path second = parrot("1.1.0", "two").build(folder.resolve("two.jar"));
        try (Server server = Server.start(folder.resolve("data"))) {
            assertThat(Plugins.install(server, first).path("state").asText()).isEqualToIgnoringCase("active");
            assertThat(askParrot(server)).isEqualTo("one");

            AtomicBoolean enough = new AtomicBoolean();
            AtomicInteger turns = new AtomicInteger();
            Queue<String> wrong = new ConcurrentLinkedQueue<>();
            List<Thread> people = IntStream.range(0, 4)
                    .mapToObj(person -> Thread.ofVirtual().start(() -> {
                        while (!enough.get()) {
                            try {
                                String answer = askParrot(server);
                                turns.incrementAndGet();
                                if (!answer.equals("one") && !answer.equals("two")) {
                                    wrong.add(answer);
                                }
                            } catch (IOException failed) {
                                wrong.add(failed.toString());
                            } catch (InterruptedException ended) {
                                Thread.currentThread().interrupt();
                                return;
                            }
                        }
                    }))
                    .toList();
            for (int upgrade = 0; upgrade < 10; upgrade++) {
                Path next = upgrade % 2 == 0 ? second : first;
                assertThat(Plugins.install(server, next).path("version").asText())
                        .isEqualTo(upgrade % 2 == 0 ? "1.1.0" : "1.0.0");
            }
            enough.set(true);
            for (Thread person : people) {
                person.join();
            }
            assertThat(wrong).as("of " + turns + " turns").isEmpty();
            assertThat(turns.get()).isGreaterThan(20);

            assertThat(Plugins.call(server, "POST", "/api/v1/plugins/parrot/rollback", "{}")
                            .path("version")
                            .asText())
                    .isEqualTo("1.1.0");
            assertThat(askParrot(server)).isEqualTo("two");
            assertThat(Plugins.call(server, "GET", "/api/v1/plugins/leftovers", null)
                            .toString())
                    .doesNotContain("parrot");
        }
    }

    @Test
    void what_was_promoted_is_what_starts_after_a_kill_at_any_step() throws Exception {
        Path data = folder.resolve("data");
        Path first = parrot("1.0.0", "one").build(folder.resolve("one.jar"));
        Path second = slowParrot().build(folder.resolve("two.jar"));
        try (Server server = Server.start(data)) {
            Plugins.install(server, first);
        }
        for (String step : List.of("received", "verified", "staged", "resolved", "started", "probed", "promoted")) {
            Server server = Server.start(data);
            String before = askParrot(server);
            assertThat(before).as("before the kill at " + step).isEqualTo("one");
            boolean promoted = killAt(server, second, step);

            try (Server again = Server.start(data)) {
                String after = askParrot(again);
                if (promoted) {
                    assertThat(after).as("after the kill at " + step).isEqualTo("two");
                } else {
                    assertThat(after).as("after the kill at " + step).isIn("one", "two");
                }
                Plugins.install(again, first);
                assertThat(askParrot(again)).isEqualTo("one");
            }
        }
    }

    @Test
    void one_that_does_not_start_harms_nobody_and_is_set_aside_after_three_tries() throws Exception {
        Path data = folder.resolve("data");
        Path broken = PluginJar.skill("broken", "1.0.0", "return SkillAnswer.of(\"x\");", "break it now", "be broken")
                .source("Trap", """
                        package example.broken;
                        import org.osgi.service.component.annotations.*;
                        @Component(immediate = true, service = Trap.class)
                        public final class Trap {
                            public Trap() {
                                if (Boolean.getBoolean("trap")) {
                                    throw new IllegalStateException("the trap has shut");
                                }
                            }
                        }
                        """)
                .build(folder.resolve("broken.jar"));
        try (Server server = Server.start(data)) {
            Plugins.install(server, broken);
            Plugins.install(server, parrot("1.0.0", "one").build(folder.resolve("one.jar")));
        }
        for (int start = 1; start <= 3; start++) {
            try (Server server = Server.start(data, "-Dtrap=true")) {
                assertThat(askParrot(server)).isEqualTo("one");
                JsonNode status = Plugins.call(server, "GET", "/api/v1/plugins/broken", null);
                assertThat(status.path("state").asText()).isEqualToIgnoringCase(start < 3 ? "failed" : "quarantined");
                assertThat(status.path("problem").toString()).contains("the trap has shut");
            }
        }
        try (Server server = Server.start(data)) {
            Plugins.call(server, "POST", "/api/v1/plugins/broken/enable", "{}");
            assertThat(server.say(Map.of("message", "break it now", "language", "en"))
                            .path("text")
                            .asText())
                    .isEqualTo("x");
        }
    }

    private static PluginJar parrot(String version, String word) {
        return PluginJar.skill("parrot", version, "return SkillAnswer.of(\"" + word + "\");", PHRASES);
    }

    /** Takes a moment at each step, so that the kill meets it there. */
    private static PluginJar slowParrot() {
        return PluginJar.skill("parrot", "1.1.0", "return SkillAnswer.of(\"two\");", PHRASES)
                .source("Check", """
                        package example.parrot;
                        import io.liying.plugin.api.SelfTest;
                        import org.osgi.service.component.annotations.*;
                        @Component(immediate = true)
                        public final class Check implements SelfTest {
                            public Check() throws InterruptedException { Thread.sleep(150); }
                            @Override public void check() throws Exception { Thread.sleep(150); }
                        }
                        """);
    }

    /** Kills the server when it tells a step of an installation; returns whether it had told of the promotion. */
    private static boolean killAt(Server server, Path jar, String step) throws Exception {
        AtomicBoolean promoted = new AtomicBoolean();
        HttpRequest request = Plugins.upload(server, jar)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> events = server.client().send(request, HttpResponse.BodyHandlers.ofLines());
        try (var lines = events.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("event:")) {
                    String name = line.substring("event:".length()).strip();
                    promoted.compareAndSet(false, name.equals("promoted"));
                    if (name.equals(step)) {
                        break;
                    }
                }
            }
            server.kill();
        }
        return promoted.get();
    }

    private static String askParrot(Server server) throws IOException, InterruptedException {
        return server.say(Map.of("message", "what does the parrot say", "language", "en"))
                .path("text")
                .asText();
    }
}
