package io.liying.speech.core.text;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes what was spoken as people write it: "twenty five percent at half past three in the afternoon" becomes "25% at
 * 15:30". Numbers and times are those that understanding finds, so both agree in all seven languages.
 */
public final class SpokenForm {

    /** Words that belong to a time as understanding finds it, and stay before its digits. */
    private static final List<String> BEFORE = List.of("at ", "a las ", "a la ", "à ", "um ");

    private final Supplier<Optional<EntityExtractor>> extractor;
    private final Clock clock;

    public SpokenForm(Supplier<Optional<EntityExtractor>> extractor, Clock clock) {
        this.extractor = extractor;
        this.clock = clock;
    }

    /** The written form; the text itself where nothing is to be changed. */
    public String written(String text, Language language) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        Optional<EntityExtractor> finder = extractor.get();
        if (finder.isEmpty() || composed.isEmpty()) {
            return composed;
        }
        List<Entity> chosen = choose(finder.get().extract(composed, language, ZonedDateTime.now(clock)).stream()
                .filter(entity -> !isSyllable(entity, composed))
                .toList());
        StringBuilder written = new StringBuilder();
        int at = 0;
        for (Entity entity : chosen) {
            written.append(composed, at, entity.start()).append(digits(entity));
            at = entity.end();
        }
        return written.append(composed, at, composed.length()).toString();
    }

    /** Those to rewrite: the longest of overlapping ones, in their order in the text. */
    private static List<Entity> choose(List<Entity> found) {
        List<Entity> chosen = new ArrayList<>();
        found.stream()
                .filter(SpokenForm::isPlain)
                .sorted(Comparator.comparingInt((Entity entity) -> entity.start() - entity.end())
                        .thenComparingInt(Entity::start))
                .forEach(entity -> {
                    if (chosen.stream()
                            .noneMatch(other -> entity.start() < other.end() && other.start() < entity.end())) {
                        chosen.add(entity);
                    }
                });
        chosen.sort(Comparator.comparingInt(Entity::start));
        return chosen;
    }

    /** Whether digits say the same: an ambiguous time stays in words, and so does a lonely "one". */
    private static boolean isPlain(Entity entity) {
        return switch (entity.type()) {
            case Entity.NUMBER -> !entity.value().equals("1");
            case Entity.PERCENTAGE -> true;
            case Entity.TIME ->
                entity.alternatives().isEmpty() && entity.attribute("zone").isEmpty();
            default -> false;
        };
    }

    /** In Korean a number of one syllable may be the beginning of any word: 사과 is an apple, not "four". */
    private static boolean isSyllable(Entity entity, String text) {
        return entity.end() - entity.start() == 1
                && entity.end() < text.length()
                && Character.UnicodeScript.of(text.charAt(entity.start())) == Character.UnicodeScript.HANGUL
                && Character.isLetter(text.charAt(entity.end()));
    }

    private static String digits(Entity entity) {
        return switch (entity.type()) {
            case Entity.PERCENTAGE -> entity.value() + "%";
            case Entity.TIME -> before(entity) + entity.value();
            default -> entity.value();
        };
    }

    private static String before(Entity entity) {
        String said = entity.text().toLowerCase(Locale.ROOT);
        return BEFORE.stream().filter(said::startsWith).findFirst().orElse("");
    }
}
