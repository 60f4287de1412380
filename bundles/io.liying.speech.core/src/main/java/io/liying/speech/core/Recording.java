package io.liying.speech.core;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.RecognizedWord;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.VoiceActivityDetector;
import io.liying.speech.core.engine.Judges;
import io.liying.speech.core.voice.Frames;
import io.liying.speech.core.voice.Pauses;
import io.liying.speech.core.voice.Segmenter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Hears a whole recording: finds its utterances, then has them heard one after the other. For one thread. */
final class Recording {

    private final Judges judges;
    private final HearingOptions options;
    private final Segmenter segmenter;
    private final List<Part> parts = new ArrayList<>();
    private final List<short[]> open = new ArrayList<>();
    private Duration begun = Duration.ZERO;

    private record Part(Duration at, Audio sound) {}

    Recording(Judges judges, HearingOptions options, Pauses pauses, double threshold) {
        this.judges = judges;
        this.options = options;
        this.segmenter = new Segmenter(pauses, threshold);
    }

    /** @param ear is closed */
    List<Transcript> hear(Audio sound, VoiceActivityDetector.Ear ear) throws SpeechException, InterruptedException {
        try (ear) {
            Frames frames = new Frames();
            Frames.Sink sink =
                    frame -> segmenter.accept(frame, ear.speech(frame)).forEach(this::follow);
            frames.accept(sound.samples(), sink);
            frames.flush(sink);
            segmenter.flush().forEach(this::follow);
        }
        List<Transcript> heard = new ArrayList<>();
        Optional<Language> likely = Optional.empty();
        for (Part part : parts) {
            Transcript transcript = await(judges.hear(part.sound(), options, likely));
            if (transcript.certainty() != Transcript.Certainty.NOTHING) {
                likely = Optional.of(transcript.language());
                heard.add(later(transcript, part.at()));
            }
        }
        return heard;
    }

    private void follow(Segmenter.Step step) {
        switch (step) {
            case Segmenter.Step.Begin(Duration at, List<short[]> frames) -> {
                begun = at;
                open.addAll(frames);
            }
            case Segmenter.Step.More(short[] frame) -> open.add(frame);
            case Segmenter.Step.End ignored -> {
                parts.add(new Part(begun, joined()));
                open.clear();
            }
            case Segmenter.Step.TimedOut ignored -> {
                // a recording is heard to its end
            }
        }
    }

    private Audio joined() {
        short[] all = new short[open.size() * VoiceActivityDetector.FRAME_SAMPLES];
        for (int i = 0; i < open.size(); i++) {
            System.arraycopy(
                    open.get(i), 0, all, i * VoiceActivityDetector.FRAME_SAMPLES, VoiceActivityDetector.FRAME_SAMPLES);
        }
        return Audio.heard(all);
    }

    private static Transcript await(CompletableFuture<Transcript> pending)
            throws SpeechException, InterruptedException {
        try {
            return pending.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof SpeechException known) {
                throw known;
            }
            throw new IllegalStateException("An utterance could not be judged", failure);
        }
    }

    private static Transcript later(Transcript transcript, Duration offset) {
        List<RecognizedWord> words =
                transcript.words().stream().map(word -> word.later(offset)).toList();
        return Transcripts.with(transcript, words);
    }
}
