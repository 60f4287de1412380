package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.testkit.PluginJar;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What plugins keep and tell each other in the real server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class PluginDataTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST =
            "create table words (id bigint generated always as identity primary key, word varchar(50) not null);";

    @TempDir
    Path folder;

    @Test
    void tables_are_migrated_kept_over_a_roll_back_and_a_kill_and_dropped_with_the_data() throws Exception {
        Path data = folder.resolve("data");
        Path first = counter("1.0.0").build(folder.resolve("1.jar"));
        Path broken = counter("1.1.0")
                .resource(
                        "LIYING-INF/tables/002_broken.sql", "alter table words drop column word; alter table nothing;")
                .build(folder.resolve("broken.jar"));
        Path second = counter("1.2.0")
                .resource("LIYING-INF/tables/002_colour.sql", "alter table words add column colour varchar(20);")
                .build(folder.resolve("2.jar"));
        Server server = Server.start(data);
        try {
            Plugins.install(server, first);
            assertThat(ask(server, "counter")).isEqualTo("1.0.0 counts 1");

            HttpResponse<String> refused =
                    server.send(Plugins.upload(server, broken).header("Accept-Language", "en"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(JSON.readTree(refused.body()).path("code").asText()).isEqualTo("plugin.tables");
            assertThat(JSON.readTree(refused.body()).path("detail").asText())
                    .startsWith("Its tables could not be brought up to date: ")
                    .endsWith(" They are as they were.");
            assertThat(ask(server, "counter")).isEqualTo("1.0.0 counts 2");

            Plugins.install(server, second);
            assertThat(ask(server, "counter")).isEqualTo("1.2.0 counts 3");
            Plugins.call(server, "POST", "/api/v1/plugins/counter/rollback", "{}");
            assertThat(ask(server, "counter")).isEqualTo("1.0.0 counts 4");
        } finally {
            server.kill();
        }
        try (Server again = Server.start(data)) {
            assertThat(ask(again, "counter")).isEqualTo("1.0.0 counts 5");
            Plugins.call(again, "DELETE", "/api/v1/plugins/counter", null);
            Plugins.install(again, second);
            assertThat(ask(again, "counter")).isEqualTo("1.2.0 counts 6");
            Plugins.call(again, "DELETE", "/api/v1/plugins/counter?data=true", null);
            Plugins.install(again, second);
            assertThat(ask(again, "counter")).isEqualTo("1.2.0 counts 1");
        }
    }

    @Test
    void a_plugin_reads_neither_the_houses_tables_nor_anothers() throws Exception {
        try (Server server = Server.start(folder.resolve("data"))) {
            Plugins.install(server, counter("1.0.0").build(folder.resolve("counter.jar")));
            Plugins.install(
                    server,
                    PluginJar.of("spy", "1.0.0")
                            .withSkill(read("public.messages"), CONTEXT, phrases("spy"))
                            .resource("LIYING-INF/tables/001_own.sql", FIRST)
                            .build(folder.resolve("spy.jar")));
            Plugins.install(
                    server,
                    PluginJar.of("thief", "1.0.0")
                            .withSkill(read("\\\"guest_counter\\\".words"), CONTEXT, phrases("thief"))
                            .resource("LIYING-INF/tables/001_own.sql", FIRST)
                            .build(folder.resolve("thief.jar")));

            assertThat(ask(server, "spy")).startsWith("Not enough rights");
            assertThat(ask(server, "thief")).startsWith("Not enough rights");
            assertThat(ask(server, "counter")).isEqualTo("1.0.0 counts 1");
        }
    }

    @Test
    void a_plugin_hears_another_only_with_the_permission() throws Exception {
        String listening = "return SkillAnswer.of(\"heard \" + heard);";
        String members = CONTEXT + """
                volatile String heard = "nothing";
                @Activate void listen() {
                    context.topics().subscribe("counter", "counted", notice -> heard = notice.text());
                }
                """;
        try (Server server = Server.start(folder.resolve("data"))) {
            Plugins.install(
                    server,
                    PluginJar.of("listener", "1.0.0")
                            .permission("events", "counter")
                            .withSkill(listening, members, phrases("listener"))
                            .build(folder.resolve("listener.jar")));
            Plugins.install(server, counter("1.0.0").build(folder.resolve("counter.jar")));
            assertThat(ask(server, "listener")).isEqualTo("heard nothing");
            assertThat(ask(server, "counter")).isEqualTo("1.0.0 counts 1");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(ask(server, "listener")).isEqualTo("heard 1"));

            HttpResponse<String> refused = server.send(Plugins.upload(
                    server,
                    PluginJar.of("eavesdropper", "1.0.0")
                            .withSkill(listening, members, phrases("eavesdropper"))
                            .build(folder.resolve("eavesdropper.jar"))));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("has no permission for the events of the plugin");
        }
    }

    @Test
    void one_that_fills_its_folder_is_set_aside() throws Exception {
        try (Server server = Server.start(folder.resolve("data"), "-Dliying.set.plugins.storage_seconds=1")) {
            Plugins.install(
                    server,
                    PluginJar.of("hoarder", "1.0.0")
                            .withSkill("""
                                    try {
                                        java.nio.file.Files.write(context.folder().resolve("big"), new byte[3 << 20]);
                                        return SkillAnswer.of("written");
                                    } catch (java.io.IOException failure) {
                                        throw new SkillException(failure.getMessage());
                                    }""", CONTEXT, phrases("hoarder"))
                            .build(folder.resolve("hoarder.jar")));
            assertThat(ask(server, "hoarder")).isEqualTo("written");

            Awaitility.await().untilAsserted(() -> {
                JsonNode status = Plugins.get(server, "/api/v1/plugins/hoarder");
                assertThat(status.path("state").asText()).isEqualTo("quarantined");
                assertThat(status.path("problem").asText())
                        .isEqualTo("hoarder was set aside because it keeps 3 MB; 1 MB are permitted (permission"
                                + " storage). Remove it with its data, or install a version that may keep more.");
            });
        }
    }

    @Test
    void it_is_switched_off_and_on_pinned_and_unpinned_over_rest() throws Exception {
        Path first = counter("1.0.0").build(folder.resolve("1.jar"));
        Path second = counter("1.1.0").build(folder.resolve("2.jar"));
        try (Server server = Server.start(folder.resolve("data"))) {
            Plugins.install(server, first);
            Plugins.call(server, "POST", "/api/v1/plugins/counter/disable", "{}");
            assertThat(Plugins.get(server, "/api/v1/plugins/counter")
                            .path("state")
                            .asText())
                    .isEqualTo("disabled");
            assertThat(ask(server, "counter")).doesNotContain("counts");
            Plugins.call(server, "POST", "/api/v1/plugins/counter/enable", "{}");
            assertThat(ask(server, "counter")).isEqualTo("1.0.0 counts 1");

            Plugins.call(server, "POST", "/api/v1/plugins/counter/pin", "{}");
            assertThat(server.send(Plugins.upload(server, second)).statusCode()).isEqualTo(409);
            Plugins.call(server, "POST", "/api/v1/plugins/counter/unpin", "{}");
            Plugins.install(server, second);
            assertThat(ask(server, "counter")).isEqualTo("1.1.0 counts 2");
        }
    }

    @Test
    void settings_take_effect_at_once_and_stay_over_upgrades_and_restarts() throws Exception {
        Path data = folder.resolve("data");
        try (Server server = Server.start(data)) {
            Plugins.install(server, parrot("1.0.0").build(folder.resolve("1.jar")));
            assertThat(ask(server, "parrot")).isEqualTo("1.0.0 says hello");
            Plugins.call(server, "PUT", "/api/v1/plugins/parrot/settings", "{\"word\": \"good day\"}");
            assertThat(ask(server, "parrot")).isEqualTo("1.0.0 says good day");
            Plugins.install(server, parrot("1.1.0").build(folder.resolve("2.jar")));
            assertThat(ask(server, "parrot")).isEqualTo("1.1.0 says good day");
        }
        try (Server again = Server.start(data)) {
            assertThat(ask(again, "parrot")).isEqualTo("1.1.0 says good day");
        }
    }

    private static final String CONTEXT = "@Reference io.liying.plugin.api.PluginContext context;\n";

    /** It says a word that is set, and which version it is. */
    private static PluginJar parrot(String version) {
        return PluginJar.of("parrot", version)
                .source("Config", """
                        package example.parrot;
                        import org.osgi.service.metatype.annotations.*;
                        @ObjectClassDefinition(name = "Parrot")
                        public @interface Config {
                            @AttributeDefinition(name = "Word", description = "What it says.")
                            String word() default "hello";
                        }
                        """)
                .source("Voice", """
                        package example.parrot;
                        import io.liying.plugin.api.PluginContext;
                        import org.osgi.service.component.annotations.*;
                        import org.osgi.service.metatype.annotations.Designate;
                        @Component(service = Voice.class)
                        @Designate(ocd = Config.class)
                        public final class Voice {
                            private final String word;
                            private final PluginContext context;
                            @Activate
                            public Voice(Config config, @Reference PluginContext context) {
                                this.word = config.word();
                                this.context = context;
                            }
                            public String say() {
                                return "VERSION says " + word;
                            }
                        }
                        """.replace("VERSION", version))
                .withSkill("return SkillAnswer.of(voice.say());", "@Reference Voice voice;", phrases("parrot"));
    }

    private static PluginJar counter(String version) {
        return PluginJar.of("counter", version)
                .resource("LIYING-INF/tables/001_words.sql", FIRST)
                .withSkill("""
                        try {
                            int count = context.tables().change(connection -> {
                                try (var statement = connection.createStatement()) {
                                    statement.executeUpdate("insert into words (word) values ('parrot')");
                                    try (var rows = statement.executeQuery("select count(*) from words")) {
                                        rows.next();
                                        return rows.getInt(1);
                                    }
                                }
                            });
                            context.topics().publish("counted", Integer.toString(count));
                            return SkillAnswer.of("VERSION counts " + count);
                        } catch (java.sql.SQLException failure) {
                            throw new SkillException(failure.getMessage());
                        }""".replace("VERSION", version), CONTEXT, phrases("counter"));
    }

    private static String read(String table) {
        return """
                try {
                    return SkillAnswer.of("read " + context.tables().read(connection -> {
                        try (var statement = connection.createStatement();
                                var rows = statement.executeQuery("select count(*) from TABLE")) {
                            rows.next();
                            return rows.getInt(1);
                        }
                    }));
                } catch (java.sql.SQLException failure) {
                    return SkillAnswer.of(failure.getMessage());
                }""".replace("TABLE", table);
    }

    private static String[] phrases(String id) {
        return new String[] {
            "ask the " + id, "what does the " + id + " say", id + " please", "let the " + id + " speak", "tell me " + id
        };
    }

    private static String ask(Server server, String id) throws Exception {
        return server.say(Map.of("message", "what does the " + id + " say", "language", "en"))
                .path("text")
                .asText();
    }
}
