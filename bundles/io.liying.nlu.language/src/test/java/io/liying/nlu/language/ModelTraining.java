package io.liying.nlu.language;

import io.liying.i18n.api.Language;
import io.liying.nlu.language.LogisticRegression.Example;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Trains both models from the project's own text and lays them out as {@link ModelFile} reads them. */
final class ModelTraining {

    private static final int FOLDS = 5;

    /** Text of other authors is harder than the held-out lines of the same one. */
    private static final double FOREIGN_TEXT = 0.8;

    private static final Charset JAPANESE = Charset.forName("EUC-JP");
    private static final Charset SIMPLIFIED = Charset.forName("GB2312");
    private static final Charset TRADITIONAL = Charset.forName("Big5");
    private static final int CLASS_FEATURES = HanModel.CHARACTERS + HanModel.PAIR_BUCKETS;

    private ModelTraining() {}

    static byte[] train() {
        ByteBuffer file = ByteBuffer.allocate(ModelFile.LENGTH);
        file.position(2 * Float.BYTES);
        float latinUnit = latin(file);
        float hanUnit = han(file);
        file.putFloat(0, latinUnit).putFloat(Float.BYTES, hanUnit);
        return file.array();
    }

    private static float latin(ByteBuffer file) {
        List<Example> all = new ArrayList<>();
        List<Example> most = new ArrayList<>();
        List<Example> heldOut = new ArrayList<>();
        int classes = LatinModel.LANGUAGES.size();
        for (int label = 0; label < classes; label++) {
            Language language = LatinModel.LANGUAGES.get(label);
            List<String> lines = TrainingText.lines(language);
            for (int i = 0; i < lines.size(); i++) {
                List<Example> examples = latinExamples(lines.get(i), label);
                all.addAll(examples);
                (i % FOLDS == 0 ? heldOut : most).addAll(examples);
            }
            for (String word : LatinWords.read(language)) {
                Example example = latinExample(word, label, 0.5f);
                all.add(example);
                most.add(example);
            }
        }
        double temperature = new LogisticRegression(LatinFeatures.BUCKETS, classes, most).temperature(heldOut);
        LogisticRegression model = new LogisticRegression(LatinFeatures.BUCKETS, classes, all);
        float largest = largest(model, LatinFeatures.BUCKETS, classes);
        for (int bucket = 0; bucket < LatinFeatures.BUCKETS; bucket++) {
            int packed = 0;
            for (int label = 0; label < classes; label++) {
                packed |= (quantized(model.weight(bucket, label), largest) & 0xFF) << (8 * label);
            }
            file.putInt(packed);
        }
        return (float) (largest / 127 * temperature * FOREIGN_TEXT);
    }

    private static float largest(LogisticRegression model, int features, int classes) {
        float largest = 0;
        for (int feature = 0; feature < features; feature++) {
            for (int label = 0; label < classes; label++) {
                largest = Math.max(largest, Math.abs(model.weight(feature, label)));
            }
        }
        return largest;
    }

    private static byte quantized(float weight, float largest) {
        return (byte) Math.round(Math.clamp(weight / largest * 127, -127, 127));
    }

    /** The line as it is and as people type it without accents, and each one to three words of it. */
    private static List<Example> latinExamples(String line, int label) {
        List<Example> examples = new ArrayList<>();
        for (String text : new TreeSet<>(List.of(line, withoutAccents(line), transcribed(line)))) {
            float weight = text.equals(line) ? 1 : 0.5f;
            examples.add(latinExample(text, label, weight));
            String[] words = text.split(" ");
            for (int length = 1; length <= 3 && length < words.length; length++) {
                for (int start = 0; start + length <= words.length; start++) {
                    String part = String.join(" ", List.of(words).subList(start, start + length));
                    examples.add(latinExample(part, label, 0.2f * weight));
                }
            }
        }
        return examples;
    }

    private static Example latinExample(String text, int label, float weight) {
        IntStream.Builder buckets = IntStream.builder();
        LatinFeatures.extract(text, buckets::add);
        return new Example(buckets.build().toArray(), label, weight);
    }

    private static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replace("œ", "oe");
    }

    private static String transcribed(String text) {
        return text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
    }

    private static float han(ByteBuffer file) {
        List<Example> all = new ArrayList<>();
        List<Example> most = new ArrayList<>();
        List<Example> heldOut = new ArrayList<>();
        for (Language language : List.of(Language.JAPANESE, Language.CHINESE)) {
            List<String> lines = TrainingText.lines(language);
            for (int i = 0; i < lines.size(); i++) {
                List<Example> examples = hanExamples(lines.get(i), language == Language.CHINESE ? 1 : 0);
                all.addAll(examples);
                (i % FOLDS == 0 ? heldOut : most).addAll(examples);
            }
        }
        int features = CLASS_FEATURES + 27 + 9;
        double temperature = new LogisticRegression(features, 2, most).temperature(heldOut);
        LogisticRegression model = new LogisticRegression(features, 2, all);
        float[] baked = new float[CLASS_FEATURES];
        for (int feature = 0; feature < CLASS_FEATURES; feature++) {
            baked[feature] = logit(model, feature);
            if (feature < HanModel.CHARACTERS) {
                for (int extra : classes((char) (HanModel.FIRST + feature))) {
                    baked[feature] += logit(model, extra);
                }
            }
        }
        float largest = 0;
        for (float weight : baked) {
            largest = Math.max(largest, Math.abs(weight));
        }
        for (float weight : baked) {
            file.put(quantized(weight, largest));
        }
        return (float) (largest / 127 * temperature);
    }

    private static float logit(LogisticRegression model, int feature) {
        return model.weight(feature, 1) - model.weight(feature, 0);
    }

    private static List<Example> hanExamples(String line, int label) {
        List<Example> examples = new ArrayList<>();
        examples.add(hanExample(line, label, 1));
        for (int length = 1; length <= 4; length++) {
            for (int start = 0; start + length <= line.length(); start++) {
                String part = line.substring(start, start + length);
                if (part.chars().allMatch(c -> HanModel.isHan((char) c))) {
                    examples.add(hanExample(part, label, 0.2f));
                }
            }
        }
        return examples;
    }

    private static Example hanExample(String text, int label, float weight) {
        IntStream.Builder features = IntStream.builder();
        char before = ' ';
        for (char c : text.toCharArray()) {
            if (HanModel.isHan(c)) {
                features.add(c - HanModel.FIRST);
                for (int extra : classes(c)) {
                    features.add(extra);
                }
                if (HanModel.isHan(before)) {
                    features.add(HanModel.CHARACTERS + HanModel.pair(before, c));
                }
            }
            before = c;
        }
        return new Example(features.build().toArray(), label, weight);
    }

    /** Features for how common the character is in modern Japanese, simplified and traditional Chinese. */
    private static int[] classes(char c) {
        int japanese = level(c, JAPANESE, 0xB0, 0xD0);
        int simplified = level(c, SIMPLIFIED, 0xB0, 0xD8);
        int traditional = level(c, TRADITIONAL, 0xA4, 0xC9);
        int base = CLASS_FEATURES;
        return new int[] {
            base + 9 * japanese + 3 * simplified + traditional,
            base + 27 + japanese,
            base + 30 + simplified,
            base + 33 + traditional
        };
    }

    /** 2 for the common characters of a national standard, 1 for its rarer ones, 0 for all others. */
    private static int level(char c, Charset charset, int common, int rare) {
        byte[] bytes = String.valueOf(c).getBytes(charset);
        if (bytes.length != 2) {
            return 0;
        }
        int row = bytes[0] & 0xFF;
        return row < common ? 0 : row < rare ? 2 : 1;
    }
}
