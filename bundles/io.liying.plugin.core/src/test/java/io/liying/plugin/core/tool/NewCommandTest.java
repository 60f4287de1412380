package io.liying.plugin.core.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NewCommandTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void make_the_sdk() throws Exception {
        Files.createDirectories(folder.resolve("sdk/io/liying/io.liying.sdk.bom/0.1.0"));
    }

    @Test
    void a_project_is_complete_and_has_no_placeholder_left() throws Exception {
        Path project = folder.resolve("mine");

        run(Language.ENGLISH, "rain-alarm", "--package", "org.ada.rain", "--dir", project.toString());

        assertThat(screen.toString(StandardCharsets.UTF_8))
                .isEqualTo("The project is in " + project + ". Build it there with “mvn package”, then: "
                        + "./liying plugin install " + project.resolve("target/rain-alarm-1.0.0.jar") + "\n");
        assertThat(project.resolve("src/main/java/org/ada/rain/RainAlarmSkill.java"))
                .content()
                .contains("public final class RainAlarmSkill implements Skill");
        assertThat(project.resolve("pom.xml"))
                .content()
                .contains("<liying.sdk>" + folder.resolve("sdk").toUri() + "</liying.sdk>")
                .contains("<liying.version>0.1.0</liying.version>");
        try (Stream<Path> files = Files.walk(project)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(6 + 3 * 7)
                    .allSatisfy(file -> assertThat(file).content().doesNotContainPattern("@[A-Z]+@"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_existing_folder_is_left_alone(Language language) throws Exception {
        Path project = Files.createDirectory(folder.resolve("there"));

        assertThatThrownBy(() -> run(language, "my-skill", "--dir", project.toString()))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining(project.toString());
        assertThat(project).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"My-Skill", "1st", "a--b", "a-", "", "über", "a/b", "..", "a b"})
    void a_name_that_the_host_would_refuse_is_refused(String name) {
        for (Language language : Language.values()) {
            assertThatThrownBy(() -> run(language, name))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("my-skill");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"skill", "Org.ada", "io.liying.mine", "java.mine", "org..ada", "org.class", "org.9"})
    void a_package_that_java_or_the_host_would_refuse_is_refused(String name) {
        assertThatThrownBy(() -> run(Language.ENGLISH, "my-skill", "--package", name))
                .isInstanceOf(ToolException.class)
                .hasMessage("“" + name + "” cannot be the package. It needs two or more parts of lower-case letters,"
                        + " digits and underscores with dots between them and no Java keyword, such as"
                        + " org.example.myskill; those of io.liying and Java are taken.");
    }

    private void run(Language language, String... arguments) throws Exception {
        Terminal terminal = new Terminal(
                new PrintStream(screen, true, StandardCharsets.UTF_8),
                language,
                new PlainMessages(),
                name -> null,
                question -> null);
        new NewCommand(folder.resolve("sdk")).run(List.of(arguments), terminal);
    }
}
