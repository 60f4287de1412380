package io.liying.http.speech;

import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.AudioReader;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** From an upload to transcripts, with what is wrong in the reader's language. */
@Component(service = Hearer.class)
public final class Hearer {

    private final SpeechRecognition recognition;
    private final AudioReader reader;
    private final Texts texts;

    @Activate
    public Hearer(@Reference SpeechRecognition recognition, @Reference AudioReader reader, @Reference Texts texts) {
        this.recognition = recognition;
        this.reader = reader;
        this.texts = texts;
    }

    /** The sound of an upload. */
    Audio sound(Upload upload, Language language) throws ProblemException, IOException {
        try (InputStream in = Files.newInputStream(upload.file())) {
            return reader.read(in);
        } catch (SpeechException wrong) {
            throw texts.problem(wrong, language);
        }
    }

    Transcript transcribe(Audio sound, HearingOptions options, Language language)
            throws ProblemException, InterruptedException {
        try {
            return recognition.transcribe(sound, options);
        } catch (SpeechException wrong) {
            throw texts.problem(wrong, language);
        }
    }

    List<Transcript> utterances(Audio sound, HearingOptions options, Language language)
            throws ProblemException, InterruptedException {
        try {
            return recognition.utterances(sound, options);
        } catch (SpeechException wrong) {
            throw texts.problem(wrong, language);
        }
    }

    /**
     * What a request asks for.
     *
     * @param spoken a language tag, or empty to find out
     * @param engine an engine's id; names of other makers' models mean all engines
     * @param phrases what will probably be said, separated by commas or lines
     */
    HearingOptions options(
            Optional<String> spoken, Optional<String> engine, Optional<String> phrases, Language language)
            throws ProblemException {
        HearingOptions options = HearingOptions.DEFAULT.awake();
        if (spoken.isPresent() && !spoken.get().equals("auto")) {
            options = options.in(Language.of(spoken.get())
                    .orElseThrow(
                            () -> texts.problem(400, "language.unknown", language, Map.of("language", spoken.get()))));
        }
        Set<String> known =
                recognition.engines().stream().map(SpeechRecognition.Engine::id).collect(Collectors.toSet());
        if (engine.isPresent() && known.contains(engine.get())) {
            options = options.with(Set.of(engine.get()));
        }
        if (phrases.isPresent()) {
            List<String> expected = phrases.get()
                    .lines()
                    .flatMap(line -> java.util.Arrays.stream(line.split("[,.;、。，]", -1)))
                    .map(String::strip)
                    .filter(phrase -> !phrase.isEmpty())
                    .limit(200)
                    .toList();
            options = options.with(new Vocabulary(expected, Vocabulary.Use.HINT));
        }
        return options;
    }
}
