package io.liying.speech.espeak;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Writes Japanese as it sounds, in katakana; the dictionary is loaded by the first call. Numbers with their counters are read by
 * rule, since their sounds change. Safe for use by many threads.
 */
final class Kana {

    private final JapaneseCounts counts = new JapaneseCounts();

    String of(String text) {
        String counted = counts.read(text);
        StringBuilder kana = new StringBuilder();
        int end = 0;
        try (JapaneseTokenizer words = new JapaneseTokenizer(null, false, Mode.NORMAL)) {
            CharTermAttribute word = words.getAttribute(CharTermAttribute.class);
            ReadingAttribute reading = words.getAttribute(ReadingAttribute.class);
            OffsetAttribute place = words.getAttribute(OffsetAttribute.class);
            words.setReader(new StringReader(counted));
            words.reset();
            while (words.incrementToken()) {
                kana.append(counted, end, place.startOffset());
                String sound = reading.getPronunciation() == null ? reading.getReading() : reading.getPronunciation();
                kana.append(sound == null ? word.toString() : sound);
                end = place.endOffset();
            }
            words.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return kana.append(counted, end, counted.length()).toString();
    }
}
