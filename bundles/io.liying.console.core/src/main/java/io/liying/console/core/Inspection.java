package io.liying.console.core;

import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.Ranked;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows how a turn was understood. */
final class Inspection {

    private final Texts texts;
    private final NumberFormat percent;
    private final NumberFormat milliseconds;

    Inspection(Texts texts) {
        this.texts = texts;
        Locale locale = texts.language().locale();
        percent = NumberFormat.getPercentInstance(locale);
        milliseconds = NumberFormat.getNumberInstance(locale);
        milliseconds.setMaximumFractionDigits(1);
        milliseconds.setMinimumFractionDigits(1);
    }

    String of(TurnEvent.Completed turn) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("inspect.language", "value", language(turn)));
        lines.add(texts.text("inspect.intent", "value", intent(turn)));
        if (turn.entities().isEmpty()) {
            lines.add(texts.text("inspect.entities", "value", texts.text("inspect.nothing")));
        } else {
            lines.add(texts.text("inspect.entities", "value", "").stripTrailing());
            turn.entities().forEach(entity -> lines.add("  " + entity(entity)));
        }
        lines.add(texts.text("inspect.timings", "value", timings(turn.timings())));
        return String.join("\n", lines);
    }

    private String language(TurnEvent.Completed turn) {
        Language language = turn.language().language();
        String name = language.locale().getDisplayLanguage(texts.language().locale());
        return name + " (" + language.code() + "), "
                + percent.format(turn.language().confidence());
    }

    private String intent(TurnEvent.Completed turn) {
        String name = turn.intent().intent().orElse(texts.text("inspect.none_of_these"));
        String others = turn.intent().alternatives().stream()
                .map((Ranked<String> other) -> other.value() + " " + percent.format(other.confidence()))
                .collect(Collectors.joining(", "));
        return name + ", " + percent.format(turn.intent().confidence()) + (others.isEmpty() ? "" : " (" + others + ")");
    }

    private String entity(Entity entity) {
        return "%s: %s “%s” %s"
                .formatted(entity.type(), entity.value(), entity.text(), percent.format(entity.confidence()));
    }

    private String timings(Map<String, Duration> timings) {
        return timings.isEmpty()
                ? texts.text("inspect.nothing")
                : timings.entrySet().stream()
                        .map(stage -> stage.getKey() + " "
                                + milliseconds.format(stage.getValue().toNanos() / 1_000_000.0) + " ms")
                        .collect(Collectors.joining(", "));
    }
}
