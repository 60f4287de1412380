package io.liying.nlu.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VectorFileTest {

    private static final int ENTRY = 16 + 2 * 2;

    @TempDir
    private Path folder;

    private VectorFile open(int entries) throws IOException {
        return VectorFile.open(folder.resolve("nlu/vectors"), 2, (long) entries * ENTRY);
    }

    @Test
    void a_vector_is_found_again_after_a_restart() throws IOException {
        try (VectorFile file = open(10)) {
            file.put("hello", new float[] {0.5f, -0.25f});
        }

        try (VectorFile file = open(10)) {
            assertThat(file.find("hello")).hasValueSatisfying(v -> assertThat(v).containsExactly(0.5f, -0.25f));
            assertThat(file.find("hallo")).isEmpty();
        }
    }

    @Test
    void a_full_file_begins_anew() throws IOException {
        try (VectorFile file = open(2)) {
            file.put("one", new float[] {1, 0});
            file.put("two", new float[] {0, 1});
            file.put("three", new float[] {1, 1});

            assertThat(file.find("one")).isEmpty();
            assertThat(file.find("three")).isPresent();
        }
        assertThat(Files.size(folder.resolve("nlu/vectors"))).isEqualTo(ENTRY);
    }

    @Test
    void an_entry_that_a_crash_cut_off_is_overwritten() throws IOException {
        try (VectorFile file = open(10)) {
            file.put("one", new float[] {1, 0});
        }
        Files.write(folder.resolve("nlu/vectors"), new byte[7], StandardOpenOption.APPEND);

        try (VectorFile file = open(10)) {
            file.put("two", new float[] {0, 1});
        }

        try (VectorFile file = open(10)) {
            assertThat(file.find("one")).isPresent();
            assertThat(file.find("two")).hasValueSatisfying(v -> assertThat(v).containsExactly(0, 1));
        }
    }
}
