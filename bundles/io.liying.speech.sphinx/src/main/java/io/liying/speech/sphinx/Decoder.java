package io.liying.speech.sphinx;

import edu.cmu.sphinx.api.AbstractSpeechRecognizer;
import edu.cmu.sphinx.api.Configuration;
import edu.cmu.sphinx.api.Context;
import edu.cmu.sphinx.api.SpeechResult;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.util.TimeFrame;
import io.liying.speech.api.Audio;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sphinx in memory with the phrases that it hears. For one utterance at a time. */
final class Decoder extends AbstractSpeechRecognizer {

    private static final String SETTINGS = "resource:/io/liying/speech/sphinx/sphinx.xml";
    private static final String MODEL = "resource:/edu/cmu/sphinx/models/en-us/en-us";

    private final List<String> phrases;

    private Decoder(Context context, List<String> phrases) throws IOException {
        super(context);
        this.phrases = phrases;
        recognizer.allocate();
    }

    /**
     * Loads the acoustic model and builds the search through the phrases, which takes seconds.
     *
     * @throws IOException if the grammar cannot be written for Sphinx to read
     */
    static Decoder load(List<String> phrases, int most) throws IOException {
        Set<String> words = new HashSet<>();
        phrases.forEach(phrase -> words.addAll(Grammar.words(phrase)));
        Grammar grammar = Grammar.of(phrases, EnglishWords.known(words)::contains, most);
        Path folder = Files.createTempDirectory("liying-sphinx");
        Path file = folder.resolve(Grammar.NAME + ".gram");
        // Sphinx sets the level of the whole process's java.util.logging.
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        try {
            Files.writeString(file, grammar.jsgf());
            return new Decoder(new Context(SETTINGS, settings(folder)), phrases);
        } finally {
            root.setLevel(before);
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static Configuration settings(Path folder) {
        Configuration settings = new Configuration();
        settings.setAcousticModelPath(MODEL);
        settings.setDictionaryPath("resource:" + EnglishWords.DICTIONARY);
        settings.setGrammarPath(folder.toUri().toString());
        settings.setGrammarName(Grammar.NAME);
        settings.setUseGrammar(true);
        settings.setSampleRate(Audio.HEARING_RATE);
        return settings;
    }

    /** What it was told to hear. */
    List<String> phrases() {
        return phrases;
    }

    /** Hears a sound (16-bit samples, the lower byte first) to its end; one result for each stretch of speech in it. */
    List<SpeechResult> hear(InputStream sound) {
        // Signals of the utterance before may be left in its parts.
        context.getInstance(FrontEnd.class).initialize();
        context.setSpeechSource(sound, TimeFrame.INFINITE);
        List<SpeechResult> results = new ArrayList<>();
        for (SpeechResult result = getResult(); result != null; result = getResult()) {
            results.add(result);
        }
        return results;
    }

    void unload() {
        recognizer.deallocate();
    }
}
