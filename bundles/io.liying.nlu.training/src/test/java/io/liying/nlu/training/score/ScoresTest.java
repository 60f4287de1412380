package io.liying.nlu.training.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.training.Evaluation;
import io.liying.nlu.training.read.Sentence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoresTest {

    private static Verdict verdict(String expected, String predicted, double confidence, String text) {
        return new Verdict(new Sentence(expected, Language.ENGLISH, text), predicted, confidence);
    }

    private static Evaluation evaluation(List<Verdict> verdicts) {
        return new Scores(verdicts)
                .evaluation(new Scores.Circumstances(
                        "live",
                        "set",
                        0,
                        0,
                        0,
                        0,
                        List.of(
                                new IntentExamples("a", Map.of(Language.ENGLISH, List.of("x"))),
                                new IntentExamples("b", Map.of(Language.KOREAN, List.of("y")))),
                        List.of()));
    }

    @Test
    void figures_are_those_that_are_counted_by_hand() {
        Evaluation report = evaluation(List.of(
                verdict("a", "a", 0.95, "one"),
                verdict("a", "a", 0.85, "two"),
                verdict("a", "b", 0.65, "three"),
                verdict("b", "b", 0.92, "four"),
                verdict("none", "none", 0.75, "five"),
                verdict("none", "a", 0.55, "six")));

        assertThat(report.accuracy()).isEqualTo(4 / 6.0);
        assertThat(report.inScope()).isEqualTo(3 / 4.0);
        assertThat(report.outOfScopeRecall()).isEqualTo(0.5);
        Evaluation.IntentFigures a = report.intents().getFirst();
        assertThat(a.precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(a.recall()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(a.f1()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(report.confusions())
                .extracting(Evaluation.Confusion::expected, Evaluation.Confusion::predicted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "b"),
                        org.assertj.core.groups.Tuple.tuple("none", "a"));
        assertThat(report.confusions().getFirst().examples()).containsExactly("three");
        // |.95+.92-2| + |.85-1| + |.75-1| + |.65-0| + |.55-0| over six sentences
        assertThat(report.calibrationError()).isCloseTo((0.13 + 0.15 + 0.25 + 0.65 + 0.55) / 6, within(1e-9));
        assertThat(report.languages())
                .extracting(Evaluation.LanguageFigures::language, Evaluation.LanguageFigures::covered)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ko", 1), org.assertj.core.groups.Tuple.tuple("en", 1));
        assertThat(report.languages().getLast().missing()).containsExactly("b");
    }

    @Test
    void nothing_has_no_figures_and_no_errors() {
        Evaluation report = evaluation(List.of());

        assertThat(report.accuracy()).isZero();
        assertThat(report.macroF1()).isZero();
        assertThat(report.calibration()).hasSize(10);
    }

    @Test
    void the_chance_is_that_of_fair_coins() {
        assertThat(Comparing.chance(0, 0)).isEqualTo(1);
        assertThat(Comparing.chance(0, 5)).isCloseTo(2 / 32.0, within(1e-9));
        assertThat(Comparing.chance(1, 5)).isCloseTo(2 * 7 / 64.0, within(1e-9));
        assertThat(Comparing.chance(300, 500)).isLessThan(1e-9);
    }
}
