package io.liying.skill.memory;

import io.liying.i18n.api.Messages;
import io.liying.memory.api.Memory;
import io.liying.memory.api.Speaking;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Wording;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Learns how a person likes to be spoken to in the language in which she says it: slower, louder, as usual. */
final class SpeakingAnswers {

    private static final double STEP = 1.25;
    private static final double PITCH_STEP = 1.15;

    /** A voice that was told to be quieter is still heard. */
    private static final double QUIETEST = 0.1;

    /** What can be wished, and what is said against its opposite. */
    private enum Wish {
        SLOWER("too_fast", kept -> rate(kept, kept.rate() / STEP)),
        FASTER("too_slow", kept -> rate(kept, kept.rate() * STEP)),
        QUIETER("too_loud", kept -> volume(kept, kept.volume() / STEP)),
        LOUDER("too_quiet", kept -> volume(kept, kept.volume() * STEP)),
        LOWER("too_high", kept -> pitch(kept, kept.pitch() / PITCH_STEP)),
        HIGHER("too_low", kept -> pitch(kept, kept.pitch() * PITCH_STEP));

        private final String complaint;
        private final UnaryOperator<Speaking> change;

        Wish(String complaint, UnaryOperator<Speaking> change) {
            this.complaint = "speaking." + complaint;
            this.change = change;
        }

        String word() {
            return "speaking." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Messages messages;
    private final Memory memory;
    private final MemoryWords words;

    SpeakingAnswers(Messages messages, Memory memory, MemoryWords words) {
        this.messages = messages;
        this.memory = memory;
        this.words = words;
    }

    SkillAnswer speaking(SkillRequest request) {
        MemoryWords.Words known = words.of(request.language());
        if (known.has("speaking.normal", request.text())) {
            change(request, kept -> asUsual(kept, known, request.text()));
            return SkillAnswer.of(text(request, "speaking.normal"));
        }
        // "You speak too fast" contains the word of the opposite wish.
        Optional<Wish> wish =
                first(known, request.text(), one -> one.complaint).or(() -> first(known, request.text(), Wish::word));
        if (wish.isEmpty()) {
            return SkillAnswer.ask(text(request, "ask.speaking"));
        }
        boolean changed = change(request, wish.get().change);
        return SkillAnswer.of(text(request, changed ? wish.get().word() : "speaking.limit"));
    }

    private static Optional<Wish> first(MemoryWords.Words known, String text, Function<Wish, String> section) {
        return Stream.of(Wish.values())
                .filter(one -> known.has(section.apply(one), text))
                .findFirst();
    }

    /** Only the speed, the volume or the pitch where that was said, else all of them. The voice stays. */
    private static Speaking asUsual(Speaking kept, MemoryWords.Words known, String text) {
        if (known.has("speaking.speed", text)) {
            return rate(kept, 1);
        }
        if (known.has("speaking.volume", text)) {
            return volume(kept, 1);
        }
        return known.has("speaking.pitch", text) ? pitch(kept, 1) : new Speaking(kept.voice(), 1, 1, 1);
    }

    private boolean change(SkillRequest request, UnaryOperator<Speaking> wanted) {
        Speaking before = memory.preferences(request.personId()).speaking(request.language());
        Speaking after = memory.prefer(
                        request.personId(),
                        kept -> kept.withSpeaking(request.language(), wanted.apply(kept.speaking(request.language()))))
                .speaking(request.language());
        return !after.equals(before);
    }

    private static Speaking rate(Speaking kept, double rate) {
        return new Speaking(kept.voice(), rounded(rate, 0.25, 4), kept.volume(), kept.pitch());
    }

    private static Speaking volume(Speaking kept, double volume) {
        return new Speaking(kept.voice(), kept.rate(), rounded(volume, QUIETEST, 2), kept.pitch());
    }

    private static Speaking pitch(Speaking kept, double pitch) {
        return new Speaking(kept.voice(), kept.rate(), kept.volume(), rounded(pitch, 0.5, 2));
    }

    /** To hundredths, so that a step there and back again is where it began. */
    private static double rounded(double value, double lowest, double highest) {
        return Math.clamp(Math.round(value * 100) / 100.0, lowest, highest);
    }

    private String text(SkillRequest request, String key) {
        return Wording.text(messages, request.language(), request.person().formality(), key, Map.of());
    }
}
