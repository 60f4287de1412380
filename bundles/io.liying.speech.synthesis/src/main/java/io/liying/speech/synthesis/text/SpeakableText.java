package io.liying.speech.synthesis.text;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Turns written text of one language into words as they are spoken: no markup, addresses cut to the name of the place, dates,
 * times, measures, money and numbers spelled, abbreviations written out, pictures left out, code named but not read. Safe for
 * use by many threads.
 */
public final class SpeakableText {

    private static final Pattern CODE = Pattern.compile("```[^`]*(?:```|$)", Pattern.DOTALL);
    private static final Pattern LINES = Pattern.compile("\\s*\\n\\s*");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern SPACE_BEFORE_MARK = Pattern.compile(" +(?=[,.;:!?…。、，！？])");
    private static final Pattern NOTHING_TO_SAY = Pattern.compile("[^\\p{L}\\p{N}]*");
    private static final Pattern ENDS_A_LINE = Pattern.compile("[.,;:!?…。！？、，：；]$");

    private final Words words;
    private final Abbreviations abbreviations;
    private final Signs signs;
    private final Dates dates;
    private final Times times;
    private final Quantities quantities;
    private final Counts counts;

    /** @param messages the texts beside this class */
    public SpeakableText(Language language, Messages messages) {
        Numerals numerals = new Numerals(language);
        this.words = new Words(messages, language);
        this.abbreviations = new Abbreviations(language);
        this.signs = new Signs(language, words);
        this.dates = new Dates(language, words, numerals);
        this.times = new Times(language, words, numerals);
        this.quantities = new Quantities(language, words, numerals);
        this.counts = new Counts(language, words, numerals);
    }

    /**
     * Makes a sentence or clause speakable.
     *
     * @return empty if there is nothing to say
     */
    public String of(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        text = CODE.matcher(text).replaceAll(' ' + words.of("code") + ' ');
        text = Signs.withoutEmoji(Markdown.plain(text));
        text = signs.addresses(text);
        text = lines(text);
        if (hasDigit(text)) {
            text = dates.read(text);
            text = times.read(text);
            text = signs.betweenNumbers(quantities.read(text));
        }
        text = abbreviations.writtenOut(text);
        if (hasDigit(text)) {
            text = counts.read(text);
        }
        text = SPACES.matcher(signs.single(text)).replaceAll(" ").strip();
        text = SPACE_BEFORE_MARK.matcher(text).replaceAll("");
        return NOTHING_TO_SAY.matcher(text).matches() ? "" : text;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    /** The end of a line is a pause. */
    private static String lines(String text) {
        if (text.strip().indexOf('\n') < 0) {
            return text.strip();
        }
        StringBuilder joined = new StringBuilder();
        for (String line : LINES.split(text.strip())) {
            if (!joined.isEmpty()) {
                joined.append(ENDS_A_LINE.matcher(joined).find() ? " " : ", ");
            }
            joined.append(line);
        }
        return joined.toString();
    }
}
