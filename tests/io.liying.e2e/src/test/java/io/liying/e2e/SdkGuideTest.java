package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Follows plugins-sdk/GUIDE.md from an empty folder: runs its shell blocks as they stand, against the real server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SdkGuideTest {

    private static final Pattern SHELL = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private final Path home = Path.of(System.getProperty("liying.home"));

    @TempDir
    Path folder;

    @Test
    void the_guide_leads_to_a_published_skill_word_by_word() throws Exception {
        script("liying", "exec '" + home.resolve("liying") + "' \"$@\"");
        // What the project fetches from dist/sdk goes into a repository of its own, not into that of the machine.
        String repositories = "-Dmaven.repo.local='" + folder.resolve("m2") + "' -Dmaven.repo.local.tail='"
                + System.getProperty("liying.repository") + "'";
        script(
                "bin/mvn",
                "exec '" + System.getProperty("liying.maven") + "/bin/mvn' -o -B " + repositories + " \"$@\"");
        List<String> said = new ArrayList<>();

        try (Server server = Server.start(folder.resolve("data"))) {
            for (String block : blocks()) {
                said.add(run(block));
            }
            assertThat(server.process().isAlive()).isTrue();
        }

        assertThat(said).hasSize(9);
        assertThat(said.get(4)).contains("Hello from My skill!");
        assertThat(said.get(5)).contains("Good day from My skill!");
        assertThat(said.get(6)).contains("Hello from My skill!");
        assertThat(said.get(8)).contains("It is removed, with its data.");
        assertThat(folder.resolve("catalogue")).isDirectoryContaining("glob:**/*.json");
    }

    private List<String> blocks() throws IOException {
        String guide = Files.readString(home.resolve("plugins-sdk/GUIDE.md"));
        return SHELL.matcher(guide).results().map(block -> block.group(1)).toList();
    }

    private void script(String name, String command) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Runs a block as a person would paste it; everything that it prints. */
    private String run(String block) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", block)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        shell.environment()
                .putAll(Map.of(
                        "PATH", folder.resolve("bin") + ":" + System.getenv("PATH"),
                        "JAVA_HOME", System.getProperty("java.home"),
                        "LANG", "en_US.UTF-8",
                        "LC_ALL", "C.UTF-8",
                        "LC_MESSAGES", "en",
                        "LIYING_BUILT", "yes",
                        "LIYING_KEYSTORE_PASSWORD", "a guide's password"));
        int code = shell.start().waitFor();
        String said = Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
        assertThat(code).as(block + "\n" + said).isZero();
        return said;
    }
}
