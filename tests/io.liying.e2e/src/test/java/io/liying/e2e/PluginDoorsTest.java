package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import io.liying.testkit.PluginJar;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ways in beside REST and the page, with the real server: the folder, the command line, catalogues. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class PluginDoorsTest {

    private final Path home = Path.of(System.getProperty("liying.home"));

    @TempDir
    Path folder;

    @Test
    void a_file_in_the_folder_is_installed_upgraded_refused_and_removed() throws Exception {
        Path data = folder.resolve("data");
        Path dropped = Files.createDirectories(data.resolve("plugins"));
        Path first = parrot("1.0.0", "one").build(folder.resolve("one.jar"));
        Path second = parrot("1.1.0", "two").build(folder.resolve("two.jar"));
        try (Server server = Server.start(data, "-Dliying.set.plugins.folder_milliseconds=100")) {
            drop(first, dropped.resolve("parrot.jar"));
            Path rejected = dropped.resolve("parrot.jar.rejected.txt");
            await(() -> Files.exists(rejected));
            assertThat(Files.readString(rejected))
                    .contains("[en] ", "[ko] ", "parrot.jar.approved", "plugin.approval.needed");

            Files.createFile(dropped.resolve("parrot.jar.approved"));
            await(() -> ask(server).equals("one"));
            assertThat(rejected).doesNotExist();

            Files.createFile(dropped.resolve("parrot.jar.approved"));
            drop(second, dropped.resolve("parrot.jar"));
            await(() -> ask(server).equals("two"));

            byte[] whole = Files.readAllBytes(first);
            Files.write(dropped.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
            await(() -> Files.exists(dropped.resolve("half.jar.rejected.txt")));
            assertThat(ask(server)).isEqualTo("two");

            Files.delete(dropped.resolve("parrot.jar"));
            await(() -> Plugins.get(server, "/api/v1/plugins").path("plugins").isEmpty());
        }
    }

    @Test
    void the_command_line_does_what_the_page_does() throws Exception {
        Path data = folder.resolve("data");
        Path first = parrot("1.0.0", "one").build(folder.resolve("one.jar"));
        Path second = parrot("1.1.0", "two").build(folder.resolve("two.jar"));
        try (Server server = Server.start(data)) {
            assertThat(command(0, "list")).isEqualTo("No plugin is installed.\n");
            assertThat(command(0, "install", first.toString(), "--yes")).endsWith("parrot 1.0.0 answers now.\n");
            assertThat(command(0, "list")).contains("parrot", "1.0.0", "active");

            assertThat(command(0, "pin", "parrot")).isEqualTo("It stays at version 1.0.0.\n");
            assertThat(command(1, "upgrade", second.toString(), "--yes"))
                    .endsWith("parrot is kept at version 1.0.0. Unpin it first.\n");
            assertThat(command(0, "unpin", "parrot")).startsWith("It may be upgraded again");
            assertThat(command(0, "upgrade", second.toString(), "--yes")).endsWith("parrot 1.1.0 answers now.\n");
            assertThat(ask(server)).isEqualTo("two");
            assertThat(command(0, "rollback", "parrot")).endsWith("parrot 1.0.0 answers now.\n");
            assertThat(ask(server)).isEqualTo("one");

            assertThat(command(0, "disable", "parrot")).endsWith("It is switched off.\n");
            assertThat(ask(server)).isNotEqualTo("one");
            assertThat(command(0, "enable", "parrot")).endsWith("It is switched on.\n");
            assertThat(command(0, "leftovers")).isEqualTo("All replaced versions are gone from memory.\n");
            assertThat(command(0, "uninstall", "parrot")).endsWith("It is removed. Its data is kept.\n");
            assertThat(command(1, "info", "parrot")).contains("parrot");
        }
    }

    @Test
    void catalogues_of_a_folder_and_of_a_web_server_offer_and_what_was_fetched_works_offline() throws Exception {
        Path parrot = parrot("1.0.0", "one").build(folder.resolve("one.jar"));
        Path raven = PluginJar.skill(
                        "raven",
                        "2.0.0",
                        "return SkillAnswer.of(\"never more\");",
                        "ask the raven",
                        "what says the raven")
                .build(folder.resolve("raven.jar"));
        Path newer = parrot("1.1.0", "two").build(folder.resolve("two.jar"));
        command(0, "publish", "shelf", parrot.toString());
        command(0, "publish", "web", raven.toString());
        HttpServer web = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                folder.resolve("web").toAbsolutePath(),
                SimpleFileServer.OutputLevel.NONE);
        web.start();
        Path config = Files.writeString(
                folder.resolve("liying.yaml"),
                "plugins:\n  catalogues: [\"" + folder.resolve("shelf") + "\", \"http://127.0.0.1:"
                        + web.getAddress().getPort() + "/\"]\n");
        Path data = folder.resolve("data");
        try (Server server = Server.start(data, "-Dliying.config=" + config)) {
            assertThat(offers(server)).containsExactly("parrot 1.0.0 available", "raven 2.0.0 available");
            assertThat(command(0, "search", "raven")).startsWith("raven                2.0.0      not installed  ");
            install(server, "parrot");
            assertThat(command(0, "install", "raven", "--yes")).endsWith("raven 2.0.0 answers now.\n");
            assertThat(ask(server)).isEqualTo("one");
            assertThat(command(0, "updates")).isEqualTo("No catalogue has anything newer.\n");

            command(0, "publish", "shelf", newer.toString());
            assertThat(command(0, "refresh")).contains("shelf: 1 plugins, as of 20", "/: 1 plugins, as of 20");
            assertThat(offers(server)).containsExactly("parrot 1.1.0 update", "raven 2.0.0 current");
            assertThat(command(0, "updates")).startsWith("parrot               1.1.0      update for 1.0.0  ");
            assertThat(command(0, "upgrade", "parrot", "--yes")).endsWith("parrot 1.1.0 answers now.\n");
            assertThat(ask(server)).isEqualTo("two");
            assertThat(command(0, "install", "parrot@1.0.0", "--yes")).endsWith("parrot 1.0.0 answers now.\n");
            assertThat(ask(server)).isEqualTo("one");
            assertThat(command(0, "install", "parrot@1.1.0", "--yes")).endsWith("parrot 1.1.0 answers now.\n");
            assertThat(command(1, "install", "owl")).isEqualTo("No catalogue offers “owl”.\n");
            Plugins.call(server, "DELETE", "/api/v1/plugins/raven", null);
        }
        web.stop(0);
        try (Server offline = Server.start(data, "-Dliying.config=" + config)) {
            assertThat(offers(offline)).containsExactly("parrot 1.1.0 current", "raven 2.0.0 available");
            install(offline, "raven");
            assertThat(say(offline, "ask the raven")).isEqualTo("never more");
        }
    }

    @Test
    void an_approved_publisher_is_trusted_until_revoked() throws Exception {
        Path data = folder.resolve("data");
        Path first = parrot("1.0.0", "one").build(folder.resolve("one.jar"));
        Path second = parrot("1.1.0", "two").build(folder.resolve("two.jar"));
        command(0, "keygen", "--name", "Ada Lovelace", "--keystore", "ada.p12");
        command(0, "sign", first.toString(), "--keystore", "ada.p12");
        command(0, "sign", second.toString(), "--keystore", "ada.p12");
        try (Server server = Server.start(data)) {
            String fingerprint = Plugins.install(server, first)
                    .path("signature")
                    .path("fingerprint")
                    .asText();
            assertThat(fingerprint).isNotEmpty();

            assertThat(command(0, "inspect", second.toString()))
                    .contains("Signed by Ada Lovelace, whom you trust.", "Nothing needs approval.");

            command(0, "revoke", fingerprint);
            assertThat(command(1, "upgrade", second.toString(), "--yes")).contains("revoked");
            assertThat(ask(server)).isEqualTo("one");
        }
        try (Server again = Server.start(data)) {
            JsonNode parrot = Plugins.get(again, "/api/v1/plugins/parrot");
            assertThat(parrot.path("state").asText()).isNotEqualTo("active");
            assertThat(parrot.path("problem").asText()).contains("revoked");
            assertThat(command(0, "list")).contains("revoked");
            assertThat(ask(again)).isNotEqualTo("one");
        }
    }

    private static PluginJar parrot(String version, String answer) {
        return PluginJar.skill(
                "parrot",
                version,
                "return SkillAnswer.of(\"" + answer + "\");",
                "ask the parrot",
                "what does the parrot say",
                "parrot please");
    }

    /** Written elsewhere first, so that nobody sees a half of it. */
    private void drop(Path jar, Path place) throws IOException {
        Path copy = Files.copy(jar, place.resolveSibling(".coming"));
        Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void install(Server server, String id) throws Exception {
        Plugins.call(server, "POST", "/api/v1/plugins/catalogue/" + id + "/install?approve=*", "{}");
    }

    private static List<String> offers(Server server) throws Exception {
        List<String> offers = new ArrayList<>();
        Plugins.get(server, "/api/v1/plugins/catalogue")
                .path("plugins")
                .forEach(offer -> offers.add("%s %s %s"
                        .formatted(
                                offer.path("id").asText(),
                                offer.path("version").asText(),
                                offer.path("state").asText())));
        return offers;
    }

    private static String ask(Server server) throws Exception {
        return say(server, "what does the parrot say");
    }

    private static String say(Server server, String text) throws Exception {
        return server.say(Map.of("message", text, "language", "en"))
                .path("text")
                .asText();
    }

    private static void await(java.util.concurrent.Callable<Boolean> reached) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(reached);
    }

    /** Runs {@code ./liying plugin} with the test's data folder; everything that it prints. */
    private String command(int code, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(home.resolve("liying").toString(), "plugin", "--data"));
        command.add(folder.resolve("data").toString());
        command.addAll(List.of(words));
        Path said = folder.resolve("said");
        ProcessBuilder shell = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        shell.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "LC_ALL", "C.UTF-8",
                        "LC_MESSAGES", "en",
                        "LANG", "en_US.UTF-8",
                        "LIYING_BUILT", "yes",
                        "LIYING_KEYSTORE_PASSWORD", "a test's password"));
        int ended = shell.start().waitFor();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended).as(String.join(" ", command) + "\n" + text).isEqualTo(code);
        return text;
    }
}
