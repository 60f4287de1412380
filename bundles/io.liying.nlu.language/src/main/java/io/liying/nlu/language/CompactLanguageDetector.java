package io.liying.nlu.language;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.LanguageDetector;
import io.liying.nlu.api.LanguageGuess;
import io.liying.nlu.api.Ranked;
import io.liying.nlu.language.Scripts.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Detects the language by script first, and by a small trained model where languages share a script. */
@Component
public final class CompactLanguageDetector implements LanguageDetector {

    /** Below this probability the text alone does not decide. */
    private static final double DECIDED = 0.6;

    /** A single word can be a name, or a word of several languages. */
    private static final double DECIDED_WORD = 0.8;

    /** How much likelier the expected language is before the text is read, if the text does not decide. */
    private static final double EXPECTED_ODDS = 3;

    /** A text without any evidence keeps the expected language this likely. */
    private static final double EXPECTED_ALONE = 0.4;

    /** Even a clear script leaves a little doubt: a Korean may quote a Chinese sentence. */
    private static final double DOUBT = 0.002;

    /** The evidence of a script that holds the sentence together, see {@link Scripts#frame()}. */
    private static final double FRAME = 8;

    /** The evidence for a script that the text does not have. */
    private static final double ABSENT = Double.NEGATIVE_INFINITY;

    /** A text of more words is not looked through for common ones. */
    private static final int MOST_COMMON_WORDS = 4;

    private static final int LANGUAGES = Language.values().length;

    private final ModelFile model;

    @Activate
    public CompactLanguageDetector() {
        this(ModelFile.read());
    }

    CompactLanguageDetector(ModelFile model) {
        this.model = model;
    }

    @Override
    public LanguageGuess detect(String text, Language expected) {
        Scripts scripts = Scripts.of(text, model.han());
        if (scripts.none()
                || scripts.onlyLatin() && scripts.latinWords() <= MOST_COMMON_WORDS && CommonWords.only(text)) {
            return undecided(expected);
        }
        Optional<Language> greeting = scripts.onlyLatin() && scripts.latinWords() <= MOST_COMMON_WORDS
                ? Greetings.language(text)
                : Optional.empty();
        if (greeting.isPresent()) {
            return decided(greeting.get());
        }
        double[] probabilities = probabilities(text, scripts);
        boolean decided = highest(probabilities) >= (scripts.oneWord() ? DECIDED_WORD : DECIDED);
        if (!decided) {
            boolean nameAtMost = scripts.onlyLatin() && scripts.latinWords() <= 2;
            if (nameAtMost && !LatinModel.LANGUAGES.contains(expected)) {
                return undecided(expected);
            }
            prefer(expected, probabilities);
        }
        return guess(probabilities, decided);
    }

    private double[] probabilities(String text, Scripts scripts) {
        double[] result = new double[LANGUAGES];
        if (scripts.onlyLatin()) {
            addLatin(text, 1 - DOUBT, result);
        } else {
            double[] families = LatinModel.softmax(latin(text, scripts), korean(scripts), chineseOrJapanese(scripts));
            addLatin(text, families[0], result);
            result[Language.KOREAN.ordinal()] += families[1];
            double japanese = scripts.kana() + 2.5 * scripts.kanaRuns();
            double share = 1 / (1 + Math.exp(japanese - scripts.chinese()));
            result[Language.CHINESE.ordinal()] += families[2] * share;
            result[Language.JAPANESE.ordinal()] += families[2] * (1 - share);
        }
        double total = 0;
        for (int i = 0; i < LANGUAGES; i++) {
            result[i] += DOUBT / LANGUAGES;
            total += result[i];
        }
        for (int i = 0; i < LANGUAGES; i++) {
            result[i] /= total;
        }
        return result;
    }

    private static double latin(String text, Scripts scripts) {
        return scripts.latinLetters() == 0 ? ABSENT : 0.1 * scripts.latinLetters() + 3 * LatinWords.count(text);
    }

    private static double korean(Scripts scripts) {
        if (scripts.hangul() == 0) {
            return ABSENT;
        }
        double syllables = (1.5 + scripts.hangul()) * (scripts.koreanEndings() > 0 ? 1 : 0.5);
        return syllables + 1.5 * scripts.koreanEndings() + (scripts.frame() == Frame.KOREAN ? FRAME : 0);
    }

    private static double chineseOrJapanese(Scripts scripts) {
        if (scripts.han() + scripts.kana() == 0) {
            return ABSENT;
        }
        boolean frame = scripts.frame() == Frame.CHINESE || scripts.frame() == Frame.JAPANESE;
        return 1.5 + scripts.han() + 0.8 * scripts.kana() + scripts.kanaRuns() + (frame ? FRAME : 0);
    }

    private void addLatin(String text, double share, double[] result) {
        double[] latin = model.latin().probabilities(text);
        for (int i = 0; i < latin.length; i++) {
            result[LatinModel.LANGUAGES.get(i).ordinal()] += share * latin[i];
        }
    }

    private static void prefer(Language expected, double[] probabilities) {
        double before = probabilities[expected.ordinal()];
        double total = 1 + before * (EXPECTED_ODDS - 1);
        probabilities[expected.ordinal()] = before * EXPECTED_ODDS;
        for (int i = 0; i < LANGUAGES; i++) {
            probabilities[i] /= total;
        }
    }

    private static double highest(double[] probabilities) {
        double highest = 0;
        for (double probability : probabilities) {
            highest = Math.max(highest, probability);
        }
        return highest;
    }

    private static LanguageGuess undecided(Language expected) {
        double[] probabilities = new double[LANGUAGES];
        for (Language language : Language.values()) {
            probabilities[language.ordinal()] =
                    language == expected ? EXPECTED_ALONE : (1 - EXPECTED_ALONE) / (LANGUAGES - 1);
        }
        return guess(probabilities, false);
    }

    private static LanguageGuess decided(Language language) {
        double[] probabilities = new double[LANGUAGES];
        for (Language other : Language.values()) {
            probabilities[other.ordinal()] = other == language ? 1 - DOUBT : DOUBT / (LANGUAGES - 1);
        }
        return guess(probabilities, true);
    }

    private static LanguageGuess guess(double[] probabilities, boolean decided) {
        List<Ranked<Language>> ranked = new ArrayList<>(LANGUAGES);
        for (Language language : Language.values()) {
            ranked.add(new Ranked<>(language, Math.min(1, probabilities[language.ordinal()])));
        }
        ranked.sort(Comparator.comparingDouble((Ranked<Language> guess) -> -guess.confidence()));
        Ranked<Language> best = ranked.getFirst();
        return new LanguageGuess(best.value(), best.confidence(), ranked.subList(1, LANGUAGES), decided);
    }
}
