package io.liying.speech.core;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.VoiceActivityDetector;
import io.liying.speech.core.engine.Calibrations;
import io.liying.speech.core.engine.Engines;
import io.liying.speech.core.voice.Detectors;
import io.liying.speech.core.voice.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** LiYing's ears with a detector for which everything that is not zero is speech. */
final class Ears {

    final AtomicLong nanos = new AtomicLong();
    final Engines engines = new Engines(() -> Language.ENGLISH, nanos::get);
    final ArbitratedRecognition recognition;

    Ears(SpeechRecognizer... recognizers) {
        this(Duration.ofSeconds(30), List.of(), List.of(), recognizers);
    }

    Ears(Duration engineLimit, List<String> wakeWords, List<String> calibration, SpeechRecognizer... recognizers) {
        for (SpeechRecognizer recognizer : recognizers) {
            engines.add(recognizer);
        }
        recognition = new ArbitratedRecognition(
                engines,
                Detectors.of(new Loudness()),
                Clock.systemUTC(),
                new HearingSettings(
                        "auto",
                        0.5,
                        new Pauses(
                                Duration.ofMillis(800),
                                Duration.ofMillis(1600),
                                Duration.ofMillis(300),
                                Duration.ofMillis(500),
                                Duration.ZERO,
                                Duration.ofSeconds(30)),
                        0.7,
                        engineLimit,
                        64,
                        Calibrations.parse(calibration),
                        wakeWords,
                        Duration.ofSeconds(8),
                        2,
                        100));
    }

    static Audio speech(int millis) {
        short[] samples = new short[16 * millis];
        Arrays.fill(samples, (short) 1000);
        return Audio.heard(samples);
    }

    static Audio silence(int millis) {
        return Audio.heard(new short[16 * millis]);
    }

    static Audio sentence() {
        return joined(silence(1000), speech(1000), silence(1000));
    }

    static Audio joined(Audio... parts) {
        short[] all = new short
                [Arrays.stream(parts).mapToInt(part -> part.samples().length).sum()];
        int at = 0;
        for (Audio part : parts) {
            System.arraycopy(part.samples(), 0, all, at, part.samples().length);
            at += part.samples().length;
        }
        return Audio.heard(all);
    }

    private static final class Loudness implements VoiceActivityDetector {
        @Override
        public String id() {
            return "energy";
        }

        @Override
        public Ear open() {
            return new Ear() {
                @Override
                public double speech(short[] samples) {
                    return samples[samples.length / 2] == 0 ? 0 : 1;
                }

                @Override
                public void close() {
                    // nothing is held
                }
            };
        }
    }
}
