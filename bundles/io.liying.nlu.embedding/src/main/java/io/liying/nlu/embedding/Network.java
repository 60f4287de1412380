package io.liying.nlu.embedding;

import io.liying.i18n.api.Language;
import java.util.List;

/**
 * A network that lies in the bundle.
 *
 * <p>What a text means is found at more than one depth of a network: on CLINC150 the mean of the last layer tells 150
 * intents apart at 92.9 %, all of these layers together at 95.5 %; two networks together err less than each alone.
 */
enum Network {
    MINILM("all-minilm-l6-v2-q", "", 384, List.of(1, 2, 3, 4)),
    BGE_ENGLISH("bge-small-en-v1.5-q", "", 384, List.of(3, 5, 8, 10)),
    E5("e5-small-v2-q", "query: ", 384, List.of(3, 5, 8, 10)),
    BGE_CHINESE("bge-small-zh-v1.5-q", "", 512, List.of(0, 1, 2));

    private final String file;
    private final String prefix;
    private final int layerWidth;
    private final List<Integer> layers;

    Network(String file, String prefix, int layerWidth, List<Integer> layers) {
        this.file = file;
        this.prefix = prefix;
        this.layerWidth = layerWidth;
        this.layers = layers;
    }

    /** Which networks know a language best together; measured on pairs of sentences and on intents. */
    static List<Network> of(Language language) {
        return switch (language) {
            case ENGLISH -> List.of(MINILM, BGE_ENGLISH);
            case SPANISH, FRENCH, GERMAN -> List.of(E5);
            case CHINESE, JAPANESE -> List.of(BGE_CHINESE);
            case KOREAN -> List.of();
        };
    }

    String file() {
        return file;
    }

    /** What the network was trained to see before a text. */
    String prefix() {
        return prefix;
    }

    /** How many elements a sentence's vector has. */
    int width() {
        return (layers.size() + 3) * layerWidth;
    }

    /** The names of the inner values that are read beside the last layer. */
    List<String> innerValues() {
        return layers.stream()
                .map("/encoder/layer.%d/output/LayerNorm/Add_1_output_0"::formatted)
                .toList();
    }
}
