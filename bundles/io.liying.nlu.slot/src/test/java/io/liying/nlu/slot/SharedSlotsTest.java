package io.liying.nlu.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.SlotModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A part of SNIPS beside the checkout; it is read, never part of the project. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedSlotsTest {

    private static final int PHRASES = 500;

    @Test
    void slots_of_a_public_set_are_learnt_from_a_quarter_of_its_phrases() throws IOException {
        String fallback = Optional.ofNullable(System.getenv("LIYING_SHARED")).orElse("../../../shared");
        Path folder = Path.of(System.getProperty("LIYING_SHARED", fallback), "data", "nlu", "snips");
        assumeTrue(
                Files.isDirectory(folder),
                "the shared data sets are not beside the checkout; LIYING_SHARED names their folder");
        Map<String, List<String>> train = new HashMap<>(SlotFiles.csv(folder.resolve("train.csv")));
        train.replaceAll((intent, phrases) -> phrases.subList(0, Math.min(PHRASES, phrases.size())));
        SlotModel model = new FieldSlotTrainer().train(SlotFiles.examples(train, Language.ENGLISH));

        Spans spans = new Spans().compare(model, SlotFiles.csv(folder.resolve("valid.csv")), Language.ENGLISH);

        assertThat(spans.f1()).isGreaterThanOrEqualTo(0.9);
    }
}
