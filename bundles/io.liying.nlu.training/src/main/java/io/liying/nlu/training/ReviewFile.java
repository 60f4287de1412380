package io.liying.nlu.training;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.Ranked;
import io.liying.nlu.api.training.ReviewItem;
import io.liying.nlu.api.training.ReviewQueue;
import io.liying.nlu.api.training.TrainingException;
import io.liying.nlu.api.training.Version;
import io.liying.nlu.training.read.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The unsure turns in a file of their own, newest first. What is too old is deleted whenever the file is looked at. */
@Component(
        service = {ReviewQueue.class, ReviewFile.class},
        configurationPid = "io.liying.nlu")
public final class ReviewFile implements ReviewQueue {

    /** What is kept, and how long. */
    record Rules(boolean on, double confidence, Duration age, int entries) {

        static Rules of(TrainingConfig config) {
            return new Rules(
                    config.review_enabled(),
                    config.review_confidence(),
                    Duration.ofDays(config.review_days()),
                    config.review_entries());
        }
    }

    private static final Logger log = LoggerFactory.getLogger(ReviewFile.class);
    private static final int PARTS = 7;

    private final Path file;
    private final LocalTraining training;
    private final Clock clock;
    private volatile Rules rules;

    @Activate
    public ReviewFile(
            BundleContext context, TrainingConfig config, @Reference LocalTraining training, @Reference Clock clock) {
        this(Folders.of(context), Rules.of(config), training, clock);
    }

    ReviewFile(Path folder, Rules rules, LocalTraining training, Clock clock) {
        this.file = folder.resolve("review.tsv");
        this.rules = rules;
        this.training = training;
        this.clock = clock;
    }

    @Modified
    void modified(TrainingConfig config) {
        rules = Rules.of(config);
    }

    @Override
    public boolean isOn() {
        return rules.on();
    }

    /** Keeps a turn if it was not sure; the same words wait once. */
    void consider(
            String text, Language language, Optional<String> intent, double confidence, List<Ranked<String>> others)
            throws TrainingException {
        Rules now = rules;
        if (!now.on() || (intent.isPresent() && confidence >= now.confidence())) {
            return;
        }
        List<Ranked<String>> candidates = new ArrayList<>();
        intent.ifPresent(name -> candidates.add(new Ranked<>(name, confidence)));
        candidates.addAll(others);
        ReviewItem item = new ReviewItem(
                UUID.randomUUID().toString(),
                clock.instant(),
                text.replaceAll("[\\s\\[\\]]+", " ").strip(),
                language,
                intent.orElse(IntentExamples.NONE),
                confidence,
                candidates);
        change(items -> {
            items.removeIf(known -> known.text().equals(item.text()));
            items.addFirst(item);
            return true;
        });
    }

    /** Deletes what is too old, also when nothing is collected any more. */
    void forgetOld() {
        if (Files.exists(file)) {
            try {
                change(items -> true);
            } catch (TrainingException stays) {
                log.warn("Old turns under review are still there", stays);
            }
        }
    }

    @Override
    public List<ReviewItem> items() {
        try {
            return List.copyOf(change(items -> items));
        } catch (TrainingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public Version label(String id, String intent) throws TrainingException, InterruptedException {
        if (!intent.equals(IntentExamples.NONE) && !training.intents().contains(intent)) {
            throw new TrainingException("review.intent", Map.of("intent", intent));
        }
        ReviewItem item = items().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TrainingException("review.unknown", Map.of()));
        Version version = LocalTraining.diskOrInterrupted(() -> training.live()
                .learn(new OwnSentence(OwnSentence.REVIEW, new Sentence(intent, item.language(), item.text()))));
        forget(id);
        return version;
    }

    @Override
    public boolean forget(String id) throws TrainingException {
        return change(items -> items.removeIf(item -> item.id().equals(id)));
    }

    @Override
    public void clear() throws TrainingException {
        change(items -> {
            items.clear();
            return true;
        });
    }

    /** Looks at the items or changes them. */
    @FunctionalInterface
    private interface Change<T> {
        T of(List<ReviewItem> items);
    }

    private synchronized <T> T change(Change<T> change) throws TrainingException {
        try {
            List<ReviewItem> before = Files.exists(file) ? read() : List.of();
            List<ReviewItem> items = new ArrayList<>(before);
            Instant oldest = clock.instant().minus(rules.age());
            items.removeIf(item -> item.at().isBefore(oldest));
            T result = change.of(items);
            while (items.size() > rules.entries()) {
                items.removeLast();
            }
            if (!items.equals(before)) {
                write(items);
            }
            return result;
        } catch (IOException failed) {
            throw Runs.onDisk(failed);
        }
    }

    private void write(List<ReviewItem> items) throws IOException {
        if (items.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        StringBuilder content = new StringBuilder();
        for (ReviewItem item : items) {
            StringJoiner candidates = new StringJoiner(",");
            item.candidates().forEach(one -> candidates.add(one.value() + "=" + one.confidence()));
            content.append(String.join(
                            "\t",
                            item.id(),
                            item.at().toString(),
                            item.language().code(),
                            item.understood(),
                            Double.toString(item.confidence()),
                            candidates.toString(),
                            item.text()))
                    .append('\n');
        }
        Folders.write(file, content.toString());
    }

    private List<ReviewItem> read() throws IOException {
        List<ReviewItem> items = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", PARTS);
            if (parts.length == PARTS) {
                items.add(new ReviewItem(
                        parts[0],
                        Instant.parse(parts[1]),
                        parts[6],
                        Language.of(parts[2]).orElse(Language.ENGLISH),
                        parts[3],
                        Double.parseDouble(parts[4]),
                        candidates(parts[5])));
            }
        }
        return items;
    }

    private static List<Ranked<String>> candidates(String written) {
        List<Ranked<String>> candidates = new ArrayList<>();
        for (String one : written.split(",", -1)) {
            int equals = one.lastIndexOf('=');
            if (equals > 0) {
                candidates.add(new Ranked<>(one.substring(0, equals), Double.parseDouble(one.substring(equals + 1))));
            }
        }
        return candidates;
    }
}
