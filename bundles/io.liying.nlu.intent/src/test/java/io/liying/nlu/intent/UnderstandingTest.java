package io.liying.nlu.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnderstandingTest {

    private static final IntentModel MODEL = new LinearIntentTrainer(0.5).train(PhraseFiles.intents());

    @ParameterizedTest
    @EnumSource(Language.class)
    void nine_of_ten_unseen_phrases_are_understood(Language language) {
        Map<String, List<String>> unseen = PhraseFiles.unseen(language);
        unseen.remove("none");
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (var intent : unseen.entrySet()) {
            for (String text : intent.getValue()) {
                IntentResult result = MODEL.classify(text, language);
                all++;
                if (!result.intent().equals(Optional.of(intent.getKey()))) {
                    wrong.add(text + " -> " + result);
                }
            }
        }

        assertThat(all).isGreaterThanOrEqualTo(60);
        assertThat((double) wrong.size() / all).as("%s", wrong).isLessThanOrEqualTo(0.1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_no_intent_is_meant_for_is_none_of_these(Language language) {
        List<String> texts = PhraseFiles.unseen(language).get("none");
        List<String> wrong = texts.stream()
                .filter(text -> MODEL.classify(text, language).intent().isPresent())
                .toList();

        assertThat(texts).hasSizeGreaterThanOrEqualTo(30);
        assertThat((double) wrong.size() / texts.size()).as("%s", wrong).isLessThanOrEqualTo(0.15);
    }

    @ParameterizedTest
    @CsvSource({
        "ko, 987 곱하기 654",
        "en, what is 25 % of 60",
        "zh, 七的平方",
        "ja, 九かける八",
        "es, ocho por nueve",
        "fr, treize fois quatorze",
        "de, sieben hoch zwei"
    })
    void a_calculation_with_other_numbers_is_a_calculation(String code, String text) {
        IntentResult result = MODEL.classify(text, Language.of(code).orElseThrow());

        assertThat(result.intent()).contains("calculator.compute");
        assertThat(result.confidence()).isGreaterThan(0.7);
    }

    @ParameterizedTest
    @CsvSource({
        "es, cuanto es doce mas cuatro, calculator.compute",
        "es, que hora es en Sidney, clock.time",
        "fr, arrete le minuteur, timer.cancel",
        "de, stell einen Timer auf zwoelf Minuten, timer.set",
        "de, loesche alle Timer, timer.cancel",
        "ko, 타이머좀취소해줘, timer.cancel",
        "ko, 지금몇시야, clock.time",
        "zh, 取消所有計時器, timer.cancel",
        "en, WHAT TIME IS IT, clock.time"
    })
    void typing_without_accents_spaces_or_capitals_is_understood(String code, String text, String intent) {
        assertThat(MODEL.classify(text, Language.of(code).orElseThrow()).intent())
                .contains(intent);
    }

    @Test
    void confidence_is_about_as_high_as_the_share_of_right_answers() {
        int all = 0;
        int right = 0;
        double confidence = 0;
        double squares = 0;
        for (Language language : Language.values()) {
            for (var intent : PhraseFiles.unseen(language).entrySet()) {
                for (String text : intent.getValue()) {
                    IntentResult result = MODEL.classify(text, language);
                    boolean hit = result.intent().orElse("none").equals(intent.getKey());
                    all++;
                    right += hit ? 1 : 0;
                    confidence += result.confidence();
                    squares += Math.pow(result.confidence() - (hit ? 1 : 0), 2);
                }
            }
        }

        assertThat(confidence / all).isCloseTo((double) right / all, offset(0.08));
        assertThat(squares / all).isLessThan(0.05);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_new_skill_wins_its_topic_from_the_sentences_for_none(Language language) {
        List<IntentExamples> more = new ArrayList<>(PhraseFiles.intents());
        more.add(PhraseFiles.weather());
        IntentModel model = new LinearIntentTrainer(0.5).train(more);

        List<String> unseen = PhraseFiles.unseenWeather(language);
        List<String> won = unseen.stream()
                .filter(text -> model.classify(text, language).intent().equals(Optional.of("weather.now")))
                .toList();

        assertThat(unseen)
                .allSatisfy(text ->
                        assertThat(MODEL.classify(text, language).intent()).isEmpty());
        assertThat(won).as("of %s", unseen).hasSizeGreaterThanOrEqualTo(unseen.size() - 1);
    }
}
