package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
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
        scripts();
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

    @Test
    void what_is_saved_while_dev_watches_is_what_the_running_server_says() throws Exception {
        scripts();
        try (Server server = Server.start(folder.resolve("data"))) {
            run("./liying plugin new my-skill");
            Path said = folder.resolve("dev");
            Process dev = shell("exec ./liying plugin dev my-skill", said).start();
            try {
                await(() -> Files.readString(said).contains("My skill 1.0.0 answers after "));
                assertThat(ask(server)).isEqualTo("Hello from My skill!");

                Path texts = folder.resolve("my-skill/src/main/resources/org/example/myskill/messages_en.properties");
                Files.writeString(texts, Files.readString(texts).replace("Hello from", "Good day from"));
                await(() -> ask(server).equals("Good day from My skill!"));

                Path skill = folder.resolve("my-skill/src/main/java/org/example/myskill/MySkill.java");
                String source = Files.readString(skill);
                Files.writeString(skill, source + "}");
                await(() -> Files.readString(said).contains("The build failed. What is installed stays as it is."));
                assertThat(ask(server)).isEqualTo("Good day from My skill!");

                Files.writeString(skill, source.replace("return SkillAnswer.of(", "return SkillAnswer.of(\"So: \" + "));
                await(() -> ask(server).equals("So: Good day from My skill!"));
            } finally {
                List<ProcessHandle> builds = dev.descendants().toList();
                dev.destroy();
                builds.forEach(ProcessHandle::destroyForcibly);
                dev.waitFor();
                builds.forEach(build -> build.onExit().join());
            }
        }
    }

    private static String ask(Server server) throws Exception {
        return server.say(Map.of("message", "what does my skill say", "language", "en"))
                .path("text")
                .asText();
    }

    private static void await(Callable<Boolean> reached) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(reached);
    }

    private void scripts() throws IOException {
        script("liying", "exec '" + home.resolve("liying") + "' \"$@\"");
        // What the project fetches from dist/sdk goes into a repository of its own, not into that of the machine.
        String repositories = "-Dmaven.repo.local='" + folder.resolve("m2") + "' -Dmaven.repo.local.tail='"
                + System.getProperty("liying.repository") + "'";
        script(
                "bin/mvn",
                "exec '" + System.getProperty("liying.maven") + "/bin/mvn' -o -B " + repositories + " \"$@\"");
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
        Path output = folder.resolve("said");
        int code = shell(block, output).start().waitFor();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(code).as(block + "\n" + said).isZero();
        return said;
    }

    private ProcessBuilder shell(String block, Path output) {
        ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", block)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment()
                .putAll(Map.of(
                        "PATH", folder.resolve("bin") + ":" + System.getenv("PATH"),
                        "JAVA_HOME", System.getProperty("java.home"),
                        "LANG", "en_US.UTF-8",
                        "LC_ALL", "C.UTF-8",
                        "LC_MESSAGES", "en",
                        "LIYING_BUILT", "yes",
                        "LIYING_KEYSTORE_PASSWORD", "a guide's password"));
        return shell;
    }
}
