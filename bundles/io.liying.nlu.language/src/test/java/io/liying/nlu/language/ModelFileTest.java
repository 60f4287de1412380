package io.liying.nlu.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelFileTest {

    private static final Path SOURCE = Path.of("src/main/resources/io/liying/nlu/language", ModelFile.NAME);

    /** {@code -Dlanguage.model.write=true} writes the model anew after the training text has changed. */
    @Test
    void the_model_in_the_bundle_is_what_the_training_text_gives() throws IOException {
        byte[] trained = ModelTraining.train();
        if (Boolean.getBoolean("language.model.write")) {
            Files.write(SOURCE, trained);
            return;
        }

        try (InputStream stream = Objects.requireNonNull(ModelFile.class.getResourceAsStream(ModelFile.NAME))) {
            assertThat(stream.readAllBytes())
                    .as("run the tests with -Dlanguage.model.write=true to train anew")
                    .isEqualTo(trained);
        }
    }

    @Test
    void each_language_in_latin_script_has_at_least_four_hundred_lines_of_training_text() {
        for (Language language : LatinModel.LANGUAGES) {
            assertThat(TrainingText.lines(language)).hasSizeGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void a_model_of_the_wrong_length_is_refused() {
        assertThatThrownBy(() -> ModelFile.of(new byte[3]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("language.model does not have 291336 bytes");
    }
}
