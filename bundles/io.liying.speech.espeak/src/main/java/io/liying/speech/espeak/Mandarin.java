package io.liying.speech.espeak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of eSpeak NG's Mandarin voices reads Chinese. Version 1.51, that of Debian 12, finds the pinyin of a character and lets
 * its voice {@code cmn} spell it in English ("hao three"); {@code cmn-latn-pinyin} reads it, and Latin words as pinyin. Later
 * versions read both with {@code cmn}. Safe for use by many threads.
 */
final class Mandarin {

    static final String NAME = "cmn";

    private static final Logger log = LoggerFactory.getLogger(Mandarin.class);

    private static final String PINYIN = "cmn-latn-pinyin";
    private static final String ENGLISH = "(en)";
    private static final int MOST_SECONDS = 5;

    private final String command;
    private volatile @Nullable String found;

    /** @param command eSpeak NG, which is asked once how it reads a character */
    Mandarin(String command) {
        this.command = command;
    }

    String voice() {
        String voice = found;
        if (voice == null) {
            try {
                voice = phonemes("好").contains(ENGLISH) ? PINYIN : NAME;
                found = voice;
            } catch (IOException notStarted) {
                log.debug("{} was not asked how it reads Chinese", command, notStarted);
                return NAME;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return NAME;
            }
        }
        return voice;
    }

    private String phonemes(String text) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command, "-q", "-x", "-v", NAME, text)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("no answer within " + MOST_SECONDS + " s");
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }
}
