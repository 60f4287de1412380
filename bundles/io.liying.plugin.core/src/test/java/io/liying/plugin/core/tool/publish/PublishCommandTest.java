package io.liying.plugin.core.tool.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.plugin.core.archive.PluginFile;
import io.liying.plugin.core.tool.PlainMessages;
import io.liying.plugin.core.tool.Terminal;
import io.liying.plugin.core.tool.ToolException;
import io.liying.plugin.core.trust.KeyPairs;
import io.liying.plugin.core.trust.Signer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00.5Z");

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void a_published_plugin_is_copied_and_described_for_readers() throws Exception {
        byte[] bytes = new PluginFile().bytes();
        Path file = Files.write(folder.resolve("any name.jar"), bytes);

        publish(NOW, file);

        assertThat(shown())
                .isEqualTo("“dice” 1.2.3 is published as plugins/dice/1.2.3/dice-1.2.3.jar.\n" + "The catalogue in "
                        + catalogue() + " is complete. Plugins: 1, versions: 1.\n");
        assertThat(catalogue().resolve("plugins/dice/1.2.3/dice-1.2.3.jar")).hasBinaryContent(bytes);
        assertThat(index()).isEqualTo("""
                        {
                          "format" : 1,
                          "plugins" : [
                            {
                              "id" : "dice",
                              "name" : {
                                "ko" : "주사위",
                                "en" : "Dice"
                              },
                              "description" : {
                                "ko" : "주사위를 굴립니다.",
                                "en" : "Rolls dice."
                              },
                              "author" : "Example",
                              "license" : "Apache-2.0",
                              "homepage" : "https://example.org/dice",
                              "versions" : [
                                {
                                  "version" : "1.2.3",
                                  "file" : "plugins/dice/1.2.3/dice-1.2.3.jar",
                                  "size" : %d,
                                  "sha256" : "%s",
                                  "languages" : [
                                    "ko",
                                    "en"
                                  ],
                                  "permissions" : [
                                    {
                                      "kind" : "network",
                                      "value" : "api.example.org",
                                      "reason" : {
                                        "ko" : "난수를 얻습니다.",
                                        "en" : "For random numbers."
                                      }
                                    }
                                  ],
                                  "imports" : {
                                    "io.liying.plugin.api" : "[1.0,2)",
                                    "io.liying.skill.api" : ""
                                  },
                                  "java" : 8,
                                  "published" : "2026-11-21T09:00:00Z"
                                }
                              ]
                            }
                          ]
                        }
                        """.formatted(bytes.length, sha256(bytes)));
    }

    @Test
    void publishing_again_changes_nothing() throws Exception {
        Path file = version("1.2.3");
        publish(NOW, file);
        String before = index();

        publish(NOW.plusSeconds(60), file);
        publish(NOW.plusSeconds(90));

        assertThat(index()).isEqualTo(before);
        assertThat(shown()).endsWith("is complete. Plugins: 1, versions: 1.\n");
        assertThat(names()).containsExactly("dice-1.2.3.jar", "index.json");
    }

    @Test
    void versions_stand_newest_first_and_what_was_written_by_hand_stays() throws Exception {
        publish(NOW, version("1.10.0"));
        Files.writeString(
                catalogue().resolve("index.json"),
                index().replace("\"java\" : 8,", "\"java\" : 8, \"notes\": {\"en\": \"Faster.\"},"));

        publish(NOW, version("1.9.0"), version("2.0.0"), version("1.10.0.beta"));

        assertThat(index().lines().filter(line -> line.contains("\"version\"")).map(String::strip))
                .containsExactly(
                        "\"version\" : \"2.0.0\",",
                        "\"version\" : \"1.10.0.beta\",",
                        "\"version\" : \"1.10.0\",",
                        "\"version\" : \"1.9.0\",");
        assertThat(index()).contains("\"en\" : \"Faster.\"");
    }

    @Test
    void a_changed_file_under_an_old_version_is_refused_and_nothing_changes() throws Exception {
        publish(NOW, version("1.2.3"));
        String before = index();
        Path changed = Files.write(
                folder.resolve("changed.jar"),
                new PluginFile().with("more.txt", "more").bytes());

        assertThatThrownBy(() -> publish(NOW, version("2.0.0"), changed))
                .isInstanceOf(ToolException.class)
                .hasMessage("changed.jar differs from what was published as “dice” 1.2.3. Give it a new version. "
                        + "Nothing was changed.");

        assertThat(index()).isEqualTo(before);
        assertThat(names()).containsExactly("dice-1.2.3.jar", "index.json");
    }

    @Test
    void a_lost_index_is_made_anew_from_the_folder() throws Exception {
        publish(NOW, version("1.2.3"), version("2.0.0"));
        String before = index();
        Files.delete(catalogue().resolve("index.json"));

        publish(NOW);

        assertThat(index()).isEqualTo(before);
    }

    @Test
    void a_signed_plugin_names_its_publisher() throws Exception {
        Path file = version("1.2.3");
        Path keystore = folder.resolve("ada.p12");
        char[] password = "secret-password".toCharArray();
        KeyPairs.create(keystore, password, "Ada");
        Signer.sign(file, keystore, password, KeyPairs.ALIAS, file);

        publish(NOW, file);

        assertThat(index()).containsPattern("\"publisher\" : \"Ada\",\\s+\"fingerprint\" : \"[0-9a-f]{64}\"");
    }

    @Test
    void a_file_that_is_no_plugin_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("text.jar"), "text");

        assertThatThrownBy(() -> publish(NOW, file)).isInstanceOf(ToolException.class);

        assertThat(catalogue()).doesNotExist();
    }

    @Test
    void an_index_of_another_format_is_not_touched() throws Exception {
        Files.createDirectories(catalogue());
        Path index = Files.writeString(catalogue().resolve("index.json"), "{\"format\": 2, \"plugins\": []}");

        assertThatThrownBy(() -> publish(NOW, version("1.2.3")))
                .hasMessage(index + " is not an index of format 1. Repair it, or move it away to have it made anew.");

        assertThat(index).hasContent("{\"format\": 2, \"plugins\": []}");
    }

    @ParameterizedTest
    @EnumSource
    void every_language_has_every_text(Language language) {
        var messages = new PlainMessages().of(PublishCommand.class);
        Map<String, String> arguments = Map.of(
                "folder",
                "F",
                "file",
                "f",
                "plugin",
                "p",
                "version",
                "v",
                "limit",
                "8",
                "plugins",
                "1",
                "versions",
                "2");

        for (String key : List.of("summary", "no-folder", "index", "changed", "too-large", "added", "done")) {
            assertThat(messages.text(language, "publish." + key, arguments)).isNotBlank();
        }
    }

    private Path catalogue() {
        return folder.resolve("catalogue");
    }

    private String index() throws Exception {
        return Files.readString(catalogue().resolve("index.json"));
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.walk(catalogue())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private Path version(String version) throws Exception {
        byte[] bytes = new PluginFile().header("Bundle-Version", version).bytes();
        return Files.write(folder.resolve("dice " + version + ".jar"), bytes);
    }

    private void publish(Instant now, Path... files) throws Exception {
        screen.reset();
        Terminal terminal = new Terminal(
                new PrintStream(screen, true, StandardCharsets.UTF_8),
                Language.ENGLISH,
                new PlainMessages(),
                name -> null,
                question -> null);
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "--data",
                                folder.resolve("data").toString(),
                                catalogue().toString()),
                        Stream.of(files).map(Path::toString))
                .toList();
        new PublishCommand(Clock.fixed(now, ZoneOffset.UTC)).run(arguments, terminal);
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
