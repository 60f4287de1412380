package io.liying.nlu.api.training;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Ranked;
import java.time.Instant;
import java.util.List;

/**
 * A turn whose meaning was not sure.
 *
 * @param text what the person said
 * @param understood the intent it was taken for, or {@code none}
 * @param candidates likely intents, the likeliest first
 */
public record ReviewItem(
        String id,
        Instant at,
        String text,
        Language language,
        String understood,
        double confidence,
        List<Ranked<String>> candidates) {

    public ReviewItem {
        candidates = List.copyOf(candidates);
    }
}
