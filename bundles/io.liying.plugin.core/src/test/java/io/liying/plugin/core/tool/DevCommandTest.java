package io.liying.plugin.core.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.plugin.core.tool.template.ProjectWatch;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class DevCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_folder_without_a_pom_is_no_project(Language language) {
        assertThatThrownBy(() -> run(language, folder.toString()))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("pom.xml");
    }

    @Test
    void a_saved_source_is_noticed_also_in_a_new_folder_and_what_the_build_makes_is_not() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("src/main"));
        try (ProjectWatch watch = new ProjectWatch(folder)) {
            Files.createDirectories(folder.resolve("target"));
            Path added = Files.createDirectory(sources.resolve("more"));
            assertThat(watch.await()).isTrue();

            Files.writeString(added.resolve("Skill.java"), "class Skill {}");
            assertThat(watch.await()).isTrue();
        }
    }

    @Test
    void a_closed_watch_ends() throws Exception {
        ProjectWatch watch = new ProjectWatch(folder);
        watch.close();

        assertThat(watch.await()).isFalse();
    }

    private static void run(Language language, String... arguments) throws Exception {
        Terminal terminal = new Terminal(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                language,
                new PlainMessages(),
                name -> null,
                question -> null);
        new DevCommand().run(List.of(arguments), terminal);
    }
}
