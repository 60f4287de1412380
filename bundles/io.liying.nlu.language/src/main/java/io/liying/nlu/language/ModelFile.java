package io.liying.nlu.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** The trained weights as they stand in the bundle: two units, then the weights of both models in order. */
record ModelFile(LatinModel latin, HanModel han) {

    static final String NAME = "language.model";
    static final int LENGTH =
            2 * Float.BYTES + LatinFeatures.BUCKETS * Integer.BYTES + HanModel.CHARACTERS + HanModel.PAIR_BUCKETS;

    static ModelFile read() {
        try (InputStream stream = ModelFile.class.getResourceAsStream(NAME)) {
            if (stream == null) {
                throw new IllegalStateException(NAME + " is missing in the bundle");
            }
            return of(stream.readNBytes(LENGTH + 1));
        } catch (IOException failure) {
            throw new UncheckedIOException(NAME + " cannot be read", failure);
        }
    }

    static ModelFile of(byte[] content) {
        if (content.length != LENGTH) {
            throw new IllegalStateException(NAME + " does not have " + LENGTH + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(content);
        float latinUnit = buffer.getFloat();
        float hanUnit = buffer.getFloat();
        int[] latin = new int[LatinFeatures.BUCKETS];
        buffer.asIntBuffer().get(latin);
        buffer.position(buffer.position() + latin.length * Integer.BYTES);
        byte[] characters = new byte[HanModel.CHARACTERS];
        byte[] pairs = new byte[HanModel.PAIR_BUCKETS];
        buffer.get(characters).get(pairs);
        return new ModelFile(new LatinModel(latin, latinUnit), new HanModel(characters, pairs, hanUnit));
    }
}
