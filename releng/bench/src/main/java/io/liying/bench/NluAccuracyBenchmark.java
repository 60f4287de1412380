package io.liying.bench;

import io.liying.bench.LabelledTexts.Item;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.MarkedPhrase;
import io.liying.nlu.api.SentenceEmbedder;
import io.liying.nlu.api.SlotModel;
import io.liying.nlu.embedding.OnnxSentenceEmbedder;
import io.liying.nlu.intent.LinearIntentTrainer;
import io.liying.nlu.slot.FieldSlotTrainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How well intents and slots are learnt from a set of labelled texts, beside nlp.js. */
final class NluAccuracyBenchmark implements Benchmark {

    private static final double THRESHOLD = 0.5;
    private static final int FOLDS = 5;
    /** What is aimed at on public sets of texts, found by the names of their folders. */
    private static final Map<String, Map<String, Double>> GOALS = Map.of(
            "clinc150", Map.of("_in_scope_accuracy", 0.965, "_out_of_scope_recall", 0.6),
            "banking77", Map.of("_accuracy", 0.94),
            "snips", Map.of("_accuracy", 0.988, "_slot_f1", 0.95),
            "3i4k", Map.of("_macro_f1", 0.85));

    private static final String WITHOUT_EMBEDDINGS = "--without-embeddings";
    private static final String WITHOUT_PEER = "--without-peer";
    private static final String WITHOUT_SLOTS = "--without-slots";

    @Override
    public String name() {
        return "nlu-accuracy";
    }

    @Override
    public String summary() {
        return "intents and slots learnt from DIR/train.csv, told in valid.csv and test.csv, beside nlp.js, or"
                + " cross-validated in DIR/LANGUAGE.valid.csv "
                + "DIR [%s] [%s] [%s]".formatted(WITHOUT_EMBEDDINGS, WITHOUT_SLOTS, WITHOUT_PEER);
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        List<String> words = new ArrayList<>(arguments);
        boolean embeddings = !words.remove(WITHOUT_EMBEDDINGS);
        boolean slots = !words.remove(WITHOUT_SLOTS);
        boolean peer = !words.remove(WITHOUT_PEER);
        if (words.size() != 1) {
            throw new IllegalArgumentException("nlu-accuracy needs one folder with train.csv and valid.csv");
        }
        Path folder = Path.of(words.getFirst());
        Map<Language, List<LabelledTexts>> folds = LabelledTexts.folds(folder, FOLDS);
        if (!folds.isEmpty()) {
            return crossValidated(folds);
        }
        LabelledTexts texts = LabelledTexts.read(folder);
        Report report = new Report(name());
        Optional<OnnxSentenceEmbedder> embedder =
                embeddings ? Optional.of(OnnxSentenceEmbedder.of(work, 1024, 0)) : Optional.empty();
        intents(report, texts, embedder.map(SentenceEmbedder.class::cast));
        embedder.ifPresent(OnnxSentenceEmbedder::close);
        if (slots && texts.hasSlots()) {
            slots(report, texts);
        }
        if (peer) {
            NlpJsPeer.run(report, texts, work);
        }
        report.figure("peak_resident_megabytes", ResidentMemory.peak()).loadAverage();
        return goals(report, texts, Path.of(words.getFirst()).toAbsolutePath().normalize());
    }

    /** Each language by itself, by words alone: the means over the folds. */
    private Report crossValidated(Map<Language, List<LabelledTexts>> languages) {
        Report report = new Report(name());
        languages.forEach((language, folds) -> {
            double right = 0;
            double slots = 0;
            int texts = 0;
            for (LabelledTexts fold : folds) {
                IntentModel model = LinearIntentTrainer.of(0, Optional.empty()).trainFully(fold.examples());
                SlotModel tagger = new FieldSlotTrainer().train(fold.examples());
                List<Item> items = fold.parts().getOrDefault("valid", List.of());
                texts += items.size();
                slots += slotF1(tagger, fold, items) / folds.size();
                right += items.stream()
                        .filter(item -> model.classify(item.phrase().text(), language)
                                .intent()
                                .filter(item.intent()::equals)
                                .isPresent())
                        .count();
            }
            report.figure(language.code() + "_texts", texts)
                    .figure(language.code() + "_intent_accuracy", right / texts)
                    .figure(language.code() + "_slot_f1", slots);
        });
        return report.note("cross-validated in " + FOLDS + " parts, each language learnt from its own texts only");
    }

    private static void intents(Report report, LabelledTexts texts, Optional<SentenceEmbedder> embedder) {
        long begin = System.nanoTime();
        LinearIntentTrainer trainer = LinearIntentTrainer.of(THRESHOLD, embedder);
        IntentModel model = trainer.trainFully(texts.examples());
        report.figure("train_seconds", (System.nanoTime() - begin) / 1e9);
        texts.parts().forEach((part, items) -> {
            if (!part.equals("train")) {
                IntentScores.of(model, texts.language(), items).report(report, part);
            }
        });
        report.figure("intents", texts.examples().size())
                .figure("train_texts", texts.train().size())
                .figure("bad_lines", texts.badLines());
    }

    private static void slots(Report report, LabelledTexts texts) {
        long begin = System.nanoTime();
        SlotModel model = new FieldSlotTrainer().train(texts.examples());
        texts.parts().forEach((part, items) -> {
            if (!part.equals("train")) {
                report.figure(part + "_slot_f1", slotF1(model, texts, items));
            }
        });
        report.figure("slot_seconds", (System.nanoTime() - begin) / 1e9);
    }

    /** Of whole values: the same begin, end and name. The intent is taken as known. */
    private static double slotF1(SlotModel model, LabelledTexts texts, List<Item> items) {
        int found = 0;
        int meant = 0;
        int right = 0;
        for (Item item : items) {
            MarkedPhrase phrase = item.phrase();
            List<Entity> entities = model.tag(phrase.text(), texts.language(), item.intent());
            found += entities.size();
            meant += phrase.slots().size();
            for (MarkedPhrase.Slot slot : phrase.slots()) {
                right += entities.stream()
                                .anyMatch(entity -> entity.start() == slot.start()
                                        && entity.end() == slot.end()
                                        && entity.type().equals(slot.name()))
                        ? 1
                        : 0;
            }
        }
        return 2.0 * right / Math.max(1, found + meant);
    }

    private static Report goals(Report report, LabelledTexts texts, Path folder) {
        report.atMost("train_seconds", 60).atMost("peak_resident_megabytes", 1500);
        for (String part : texts.parts().keySet()) {
            if (!part.equals("train")) {
                report.atMost(part + "_calibration_error", 0.03).atMost(part + "_ms_per_text", 5);
                GOALS.getOrDefault(String.valueOf(folder.getFileName()), Map.of())
                        .forEach((figure, least) -> {
                            if (report.has(part + figure)) {
                                report.atLeast(part + figure, least);
                            }
                        });
            }
        }
        return report;
    }
}
