package io.liying.http.speech;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.AudioReader;
import io.liying.speech.api.Hearing;
import io.liying.speech.api.HearingEvent;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.RecognitionResult.Alternative;
import io.liying.speech.api.RecognizedWord;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.Transcript.Certainty;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Hears two sentences in whatever it is given, and remembers how it was asked. */
final class FakeEars implements SpeechRecognition, AudioReader {

    final List<HearingOptions> asked = new ArrayList<>();
    final List<Integer> sizes = new ArrayList<>();
    Language language = Language.ENGLISH;
    SpeechException problem;

    @Override
    public Audio read(InputStream recording) throws SpeechException, IOException {
        int size = recording.readAllBytes().length;
        sizes.add(size);
        if (size == 0) {
            throw new SpeechException("audio.empty", Map.of());
        }
        return Audio.heard(new short[16_000 * 3]);
    }

    @Override
    public Audio resample(Audio sound, int sampleRate) {
        return sound;
    }

    @Override
    public List<Engine> engines() {
        return List.of(new Engine("vosk", Set.of(Language.ENGLISH)));
    }

    @Override
    public Optional<SpeechException> problem(String engine) {
        return Optional.ofNullable(problem);
    }

    @Override
    public Transcript transcribe(Audio sound, HearingOptions options) throws SpeechException {
        return utterances(sound, options).getFirst();
    }

    @Override
    public List<Transcript> utterances(Audio sound, HearingOptions options) throws SpeechException {
        asked.add(options);
        if (options.language().equals(Optional.of(Language.JAPANESE))) {
            throw new SpeechException("language.unheard", Map.of("language", "ja"));
        }
        return List.of(said("turn on the lights", 500), said("thank you", 2000));
    }

    private Transcript said(String text, int startMillis) {
        Duration start = Duration.ofMillis(startMillis);
        return new Transcript(
                text,
                text,
                language,
                0.9,
                List.of(new RecognizedWord(text, start, start.plusMillis(750), 0.9)),
                "vosk",
                List.of(new Alternative("turn off the lights", 0.1, "vosk")),
                List.of(),
                Certainty.SURE,
                Duration.ofSeconds(1),
                Duration.ofMillis(5));
    }

    @Override
    public Hearing listen(HearingOptions options, Consumer<? super HearingEvent> listener) {
        throw new UnsupportedOperationException();
    }
}
