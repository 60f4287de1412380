package io.liying.nlu.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OnnxSentenceEmbedderTest {

    @TempDir
    private Path folder;

    private Optional<OnnxSentenceEmbedder> opened = Optional.empty();

    private OnnxSentenceEmbedder open() {
        OnnxSentenceEmbedder embedder = new OnnxSentenceEmbedder(true, folder, 8, 0);
        opened = Optional.of(embedder);
        return embedder;
    }

    @AfterEach
    void close() {
        opened.ifPresent(OnnxSentenceEmbedder::close);
    }

    @ParameterizedTest
    @CsvSource({
        "en, wake me up at seven, set an alarm for 7 am, what is the capital of France",
        "es, despiértame a las siete, pon una alarma a las 7, cuál es la capital de Francia",
        "fr, réveille-moi à sept heures, mets un réveil à sept heures, quelle est la capitale de l'Italie",
        "de, weck mich um sieben, stell einen Wecker auf 7 Uhr, was ist die Hauptstadt von Frankreich",
        "zh, 七点叫我起床, 设一个早上七点的闹钟, 法国的首都是哪里",
        "ja, 七時に起こして, 朝七時にアラームをかけて, フランスの首都はどこですか"
    })
    void what_means_the_same_is_closer_than_what_does_not(String code, String one, String same, String other) {
        List<float[]> vectors =
                open().embed(List.of(one, same, other), Language.of(code).orElseThrow());

        assertThat(product(vectors.get(0), vectors.get(0))).isBetween(0.999, 1.001);
        assertThat(product(vectors.get(0), vectors.get(1)))
                .isGreaterThan(product(vectors.get(0), vectors.get(2)) + 0.02);
    }

    @Test
    void korean_has_no_network() {
        OnnxSentenceEmbedder embedder = open();

        assertThat(embedder.model(Language.KOREAN)).isEmpty();
        assertThat(embedder.embedNow("안녕", Language.KOREAN)).isEmpty();
        assertThatThrownBy(() -> embedder.embed(List.of("안녕"), Language.KOREAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no network for ko");
    }

    @Test
    void english_is_told_by_two_networks_together() {
        OnnxSentenceEmbedder embedder = open();

        assertThat(embedder.model(Language.ENGLISH)).hasValue("all-minilm-l6-v2-q+bge-small-en-v1.5-q");
        assertThat(embedder.embed(List.of("hello"), Language.ENGLISH).getFirst())
                .hasSize(2 * embedder.embed(List.of("hallo"), Language.GERMAN).getFirst().length);
    }

    @Test
    void nobody_waits_for_the_network_to_load() {
        OnnxSentenceEmbedder embedder = open();

        assertThat(embedder.embedNow("hello", Language.ENGLISH)).isEmpty();

        float[] learnt = embedder.embed(List.of("hello"), Language.ENGLISH).getFirst();
        assertThat(embedder.embedNow("hello", Language.ENGLISH))
                .hasValueSatisfying(now -> assertThat(product(now, learnt)).isGreaterThan(0.999));
    }

    @Test
    void what_was_embedded_once_is_on_the_disk_without_its_text() throws Exception {
        float[] first =
                open().embed(List.of("a secret phrase"), Language.ENGLISH).getFirst();
        close();

        float[] again =
                open().embed(List.of("a secret phrase"), Language.ENGLISH).getFirst();

        assertThat(product(first, again)).isGreaterThan(0.999);
        assertThat(Files.readString(
                        folder.resolve("all-minilm-l6-v2-q-1.vectors"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
    }

    @Test
    void switched_off_there_is_no_network_at_all() {
        OnnxSentenceEmbedder off = new OnnxSentenceEmbedder(false, folder, 8, 0);

        assertThat(off.model(Language.ENGLISH)).isEmpty();
        assertThat(off.embedNow("hello", Language.ENGLISH)).isEmpty();
    }

    @Test
    void a_value_out_of_bounds_is_named() {
        assertThatThrownBy(() -> new OnnxSentenceEmbedder(true, folder, 0, 0))
                .hasMessage("nlu: embedding_cache_mb is 0 and embedding_threads is 0; they must be at least 1 and 0");
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
