package io.liying.speech.core;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.HearingEvent;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.core.engine.Judges;
import io.liying.speech.core.engine.Spotter;
import io.liying.speech.core.engine.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps until a wake word is said, which is told while the person still speaks. What follows the word in the same breath is heard; after the word alone LiYing is
 * awake for a while, and as long as it is spoken to.
 */
final class Sleep {

    private static final Duration SHORTEST_REST = Duration.ofMillis(400);

    private final List<String> wakeWords;
    private final Duration awakeTime;
    private volatile Duration awakeUntil = Duration.ofSeconds(-1);
    private @Nullable Utterance watched;
    private @Nullable Spotter spotter;

    Sleep(List<String> wakeWords, Duration awakeTime) {
        this.wakeWords = wakeWords;
        this.awakeTime = awakeTime;
    }

    boolean asleep(Duration at) {
        return at.compareTo(awakeUntil) > 0;
    }

    boolean owns(Utterance utterance) {
        return utterance == watched;
    }

    /**
     * An utterance that only the spotter hears.
     *
     * @param begin when it began
     */
    Utterance open(
            Judges judges,
            HearingOptions options,
            Optional<Language> likely,
            Duration begin,
            Consumer<HearingEvent> listener) {
        Spotter listening = judges.spotter(options, wakeWords, likely, found -> {
                    awakeUntil = begin.plus(found.end()).plus(awakeTime);
                    listener.accept(new HearingEvent.WakeWord(found.phrase(), begin.plus(found.end())));
                })
                .orElse(null);
        spotter = listening;
        Utterance silent = Utterance.watched(samples -> {
            if (listening != null) {
                listening.accept(samples);
            }
        });
        watched = silent;
        return silent;
    }

    /** Ends it: the sound after the wake word, if it was said and more followed. */
    CompletableFuture<Optional<Audio>> end(
            Utterance ended,
            Duration at,
            Judges judges,
            HearingOptions options,
            Optional<Language> likely,
            Consumer<HearingEvent> listener) {
        watched = null;
        Spotter ending = spotter;
        if (ending == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Audio sound = ended.sound();
        return ending.finish().thenApply(found -> {
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Spotter.Found word = found.get();
            Duration begin = at.minus(sound.duration());
            awakeUntil = at.plus(awakeTime);
            if (!ending.told()) {
                listener.accept(new HearingEvent.WakeWord(word.phrase(), begin.plus(word.end())));
            }
            Audio rest = sound.slice(word.end(), sound.duration());
            return rest.duration().compareTo(SHORTEST_REST) < 0 ? Optional.empty() : Optional.of(rest);
        });
    }
}
