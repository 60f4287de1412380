package io.liying.speech.freetts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.speech.api.Audio;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.SpeechMark;
import io.liying.speech.api.voice.SpeechSink;
import io.liying.speech.api.voice.Voice;
import io.liying.testkit.Configurations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FreeTtsSynthesizerTest {

    private final FreeTtsSynthesizer engine = new FreeTtsSynthesizer(Configurations.defaults(FreeTtsConfig.class));
    private final Voice voice = engine.voices().getFirst();

    @AfterEach
    void stop() {
        engine.stop();
    }

    /** The sound of a text; interrupted after so many parts. */
    private List<Audio> say(String text, Prosody prosody, int mostParts) throws Exception {
        List<Audio> sound = new ArrayList<>();
        engine.synthesize(text, voice, prosody, new SpeechSink() {
            @Override
            public void sound(Audio audio) throws InterruptedException {
                sound.add(audio);
                if (sound.size() == mostParts) {
                    throw new InterruptedException("enough");
                }
            }

            @Override
            public void mark(SpeechMark mark) {
                throw new AssertionError("FreeTTS gives no marks");
            }
        });
        return sound;
    }

    private static double seconds(List<Audio> sound) {
        return sound.stream().mapToDouble(part -> part.samples().length).sum() / 16_000;
    }

    @Test
    void a_sentence_is_spoken_at_sixteen_kilohertz() throws Exception {
        List<Audio> sound = say("the timer is set for five minutes", Prosody.NORMAL, 1000);

        assertThat(sound).allMatch(part -> part.sampleRate() == 16_000);
        assertThat(seconds(sound)).isBetween(1.2, 4.0);
        assertThat(loudness(sound)).isGreaterThan(500);
    }

    private static double loudness(List<Audio> sound) {
        double sum = 0;
        long count = 0;
        for (Audio part : sound) {
            for (short sample : part.samples()) {
                sum += (double) sample * sample;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    @Test
    void a_faster_rate_makes_it_shorter() throws Exception {
        double normal = seconds(say("good morning to all of you", Prosody.NORMAL, 1000));
        double fast = seconds(say("good morning to all of you", new Prosody(2, 1, 1), 1000));

        assertThat(fast).isBetween(normal * 0.4, normal * 0.65);
    }

    @Test
    void it_ends_when_nobody_listens_and_speaks_again_afterwards() throws Exception {
        assertThatThrownBy(() -> say("this is a long sentence that nobody wants to hear", Prosody.NORMAL, 2))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("enough");

        assertThat(seconds(say("hello", Prosody.NORMAL, 1000))).isGreaterThan(0.2);
    }

    @Test
    void it_has_no_voice_where_it_is_switched_off() {
        assertThat(new FreeTtsSynthesizer(Configurations.with(FreeTtsConfig.class, Map.of("freetts_enabled", false)))
                        .voices())
                .isEmpty();
    }
}
