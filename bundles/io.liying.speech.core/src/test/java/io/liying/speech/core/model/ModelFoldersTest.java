package io.liying.speech.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.model.InstalledModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelFoldersTest {

    @TempDir
    private Path temp;

    @Test
    void models_are_known_by_their_descriptor_or_by_how_their_makers_pack_them() throws Exception {
        Path vosk = Files.createDirectories(temp.resolve("vosk-model-small-cn-0.22/am"))
                .getParent();
        Files.createFile(vosk.resolve("am/final.mdl"));
        Files.createDirectory(vosk.resolve("conf"));
        Path own = Files.createDirectory(temp.resolve("own"));
        Files.writeString(
                own.resolve("liying-model.json"), "{\"engine\": \"vosk\", \"languages\": [\"ja\"], \"quality\": 9}");
        Path silero = Files.createDirectory(temp.resolve("silero"));
        Files.createFile(silero.resolve("silero_vad_v6.onnx"));
        Files.createDirectory(temp.resolve(".arriving"));
        Files.createDirectory(temp.resolve("nothing"));

        ModelFolders folders = new ModelFolders(temp, List.of(temp.resolve("absent")));

        assertThat(folders.of("vosk"))
                .extracting(InstalledModel::id, InstalledModel::languages)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("own", Set.of(Language.JAPANESE)),
                        org.assertj.core.groups.Tuple.tuple("vosk-model-small-cn-0.22", Set.of(Language.CHINESE)));
        assertThat(folders.of("silero"))
                .singleElement()
                .satisfies(model -> assertThat(model.properties()).containsEntry("file", "silero_vad_v6.onnx"));
    }

    @Test
    void a_broken_descriptor_does_not_hide_the_others() throws Exception {
        Files.writeString(Files.createDirectory(temp.resolve("bad")).resolve("liying-model.json"), "{");
        Files.writeString(
                Files.createDirectory(temp.resolve("good")).resolve("liying-model.json"), "{\"engine\": \"vosk\"}");

        assertThat(new ModelFolders(temp, List.of()).of("vosk"))
                .extracting(InstalledModel::id)
                .containsExactly("good");
    }

    @Test
    void what_crashes_in_the_child_process_is_an_error_here_and_what_passed_is_not_tried_again() throws Exception {
        Path model = Files.createDirectory(temp.resolve("model"));
        Files.writeString(model.resolve("file"), "a");
        InstalledModel installed = new InstalledModel("model", "test", Set.of(), model, Map.of());
        ChildProbe probe = new ChildProbe(temp.resolve("passed"), Duration.ofSeconds(60), new ModelSums());
        List<Path> jars = List.of(Path.of(ModelFoldersTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
        String count = temp.resolve("count").toString();

        assertThatThrownBy(() -> probe.check(installed, jars, Trial.class.getName(), List.of(count, "halt")))
                .isInstanceOfSatisfying(
                        SpeechException.class,
                        problem -> assertThat(problem.details())
                                .isEqualTo(Map.of("model", "model", "folder", model.toString(), "why", "status 134")));
        probe.check(installed, jars, Trial.class.getName(), List.of(count, "pass"));
        probe.check(installed, jars, Trial.class.getName(), List.of(count, "pass"));
        assertThat(Files.readString(Path.of(count))).isEqualTo("xx");

        Files.writeString(model.resolve("file"), "changed");
        probe.check(installed, jars, Trial.class.getName(), List.of(count, "pass"));
        assertThat(Files.readString(Path.of(count))).isEqualTo("xxx");
    }

    /** A program that counts how often it ran. */
    public static final class Trial {
        private Trial() {}

        public static void main(String[] arguments) throws Exception {
            Files.writeString(
                    Path.of(arguments[0]),
                    "x",
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
            if (arguments[1].equals("halt")) {
                Runtime.getRuntime().halt(134);
            }
        }
    }
}
