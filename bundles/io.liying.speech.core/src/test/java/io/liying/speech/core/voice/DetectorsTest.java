package io.liying.speech.core.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.speech.api.SpeechException;
import io.liying.speech.api.VoiceActivityDetector;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DetectorsTest {

    /** Always of the same opinion, until it is stopped. */
    private static final class Opinion implements VoiceActivityDetector {
        private final String id;
        private final double opinion;
        private boolean stopped;

        Opinion(String id, double opinion) {
            this.id = id;
            this.opinion = opinion;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Ear open() throws SpeechException {
            if (stopped) {
                throw new SpeechException("engine.gone", Map.of("engine", id));
            }
            return new Ear() {
                @Override
                public double speech(short[] samples) {
                    if (stopped) {
                        throw new IllegalStateException(id + " is stopped");
                    }
                    return opinion;
                }

                @Override
                public void close() {}
            };
        }
    }

    private final Opinion best = new Opinion("best", 0.9);
    private final Opinion energy = new Opinion("energy", 0.2);

    @Test
    void an_ear_goes_on_with_the_next_detector_when_its_own_goes_away() throws Exception {
        try (VoiceActivityDetector.Ear ear = Detectors.of(best, energy).open("auto")) {
            assertThat(ear.speech(new short[512])).isEqualTo(0.9);

            best.stopped = true;

            assertThat(ear.speech(new short[512])).isEqualTo(0.2);
        }
    }

    @Test
    void without_another_detector_the_failure_is_told() throws Exception {
        try (VoiceActivityDetector.Ear ear = Detectors.of(best).open("auto")) {
            best.stopped = true;

            assertThatThrownBy(() -> ear.speech(new short[512])).hasMessage("best is stopped");
        }
    }
}
