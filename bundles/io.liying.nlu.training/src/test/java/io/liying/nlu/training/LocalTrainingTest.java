package io.liying.nlu.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.FileMessages;
import io.liying.i18n.core.MessageFiles;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentTrainer;
import io.liying.nlu.api.Ranked;
import io.liying.nlu.api.training.Comparison;
import io.liying.nlu.api.training.DataSet;
import io.liying.nlu.api.training.Evaluation;
import io.liying.nlu.api.training.ImportOrder;
import io.liying.nlu.api.training.Run;
import io.liying.nlu.api.training.RunOrder;
import io.liying.nlu.api.training.TrainingException;
import io.liying.nlu.api.training.Version;
import io.liying.nlu.intent.LinearIntentTrainer;
import io.liying.nlu.language.CompactLanguageDetector;
import io.liying.nlu.training.read.ReadLimits;
import io.liying.testkit.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it on the real trainer, with two small skills. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class LocalTrainingTest {

    private static final LocalTraining.Limits LIMITS = new LocalTraining.Limits(new ReadLimits(5000, 200, 20), 3, 4);

    @TempDir
    Path folder;

    private final ManualClock clock = ManualClock.at("2026-11-21T09:00+09:00[Asia/Seoul]");
    private final FileMessages messages = new MessageFiles().of(LocalTraining.class);
    private final IntentTrainer trainer = LinearIntentTrainer.of(0.5, Optional.empty());
    private volatile CountDownLatch mayTrain = new CountDownLatch(0);
    private TwoSkills skills;
    private LocalTraining training;

    @BeforeEach
    void start() {
        skills = new TwoSkills(new OwnSentences(folder));
        training = new LocalTraining(
                folder,
                LIMITS,
                new Understanding(new CompactLanguageDetector(), this::train, skills, skills),
                messages,
                clock);
    }

    private IntentModel train(Collection<IntentExamples> examples) {
        try {
            assertThat(mayTrain.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return trainer.train(examples);
    }

    @AfterEach
    void stop() {
        training.deactivate();
    }

    private DataSet bring(String name, String content) throws Exception {
        Path file = Files.writeString(folder.resolve("upload"), content);
        return training.importFile(file, new ImportOrder(name, Optional.empty(), Optional.of(Language.ENGLISH)));
    }

    private Run run(RunOrder order) throws Exception {
        Run run = training.start(order);
        while (run.state() == Run.State.RUNNING) {
            run = training.await(run).orElseThrow();
        }
        assertThat(run.failure()).isEmpty();
        return run;
    }

    private Optional<String> understood(String text) {
        IntentModel model = skills.model();
        return model.classify(text, Language.ENGLISH).intent();
    }

    private static String moonAndPlants() {
        StringBuilder csv = new StringBuilder("text,intent\n");
        for (String when : List.of("today", "tonight", "tomorrow", "this week", "on friday", "in june", "next month")) {
            csv.append("is there a full moon ").append(when).append(",moon.full\n");
            csv.append("how bright is the moon ").append(when).append(",moon.full\n");
            csv.append("should I water the roses ").append(when).append(",plants.water\n");
            csv.append("do my plants need water ").append(when).append(",plants.water\n");
        }
        return csv.toString();
    }

    @Test
    void an_import_tells_what_counts_and_what_is_known() throws Exception {
        DataSet set = bring("My Sentences.csv", "brew me a cuppa,tea.make\nfull moon,moon.full\nfull moon,tea.make\n");

        assertThat(set.id()).isEqualTo("my-sentences");
        assertThat(set.sentences()).isEqualTo(2);
        assertThat(set.known()).containsExactly("tea.make");
        assertThat(set.problemCount()).isEqualTo(1);
        assertThat(training.explain(set.problems().getFirst(), Language.KOREAN))
                .isEqualTo("‘full moon’의 의도가 여기서는 tea.make인데 2번째 줄에서는 moon.full입니다. 먼저 나온 것만 쓰이니 하나로 정하세요.");
        assertThat(training.sets()).containsExactly(set);
        assertThat(training.removeSet("my-sentences")).isTrue();
        assertThat(training.removeSet("../versions")).isFalse();
        assertThat(training.sets()).isEmpty();
    }

    @Test
    void sentences_for_installed_skills_are_understood_once_they_are_trained() throws Exception {
        assertThat(understood("gimme some of the hot brown leaf water")).isNotEqualTo(Optional.of("tea.make"));
        bring("tea", """
            gimme some of that hot brown leaf water,tea.make
            gimme hot brown leaf water please,tea.make
            hot brown leaf water for me,tea.make
            is the moon full,moon.full
            """);

        Run run = run(new RunOrder.Train("tea", Optional.empty()));

        Version version = run.version().orElseThrow();
        assertThat(version.model()).isEqualTo(Version.ASSISTANT);
        assertThat(version.active()).isTrue();
        assertThat(version.sentences()).isEqualTo(3);
        assertThat(run.evaluation().orElseThrow().leftOut()).containsExactly("moon.full");
        assertThat(understood("gimme some of the hot brown leaf water")).contains("tea.make");

        assertThat(training.rollBack(Version.ASSISTANT)).isEmpty();
        assertThat(understood("gimme some of the hot brown leaf water")).isNotEqualTo(Optional.of("tea.make"));
        assertThat(training.use(version.number()).active()).isTrue();
        assertThat(understood("gimme some of the hot brown leaf water")).contains("tea.make");
    }

    @Test
    void a_set_of_its_own_is_measured_on_what_was_held_out_and_does_not_change_the_assistant() throws Exception {
        bring("garden", moonAndPlants());
        int before = skills.learnt();

        Run run = run(new RunOrder.Train("garden", Optional.empty()));

        Evaluation report = run.evaluation().orElseThrow();
        assertThat(report.sentences()).isEqualTo(2);
        assertThat(report.learnt()).isEqualTo(26);
        assertThat(report.accuracy()).isEqualTo(1);
        assertThat(report.calibration()).hasSize(10);
        assertThat(run.version().orElseThrow().model()).isEqualTo("garden");
        assertThat(run.done()).isEqualTo(run.total());
        assertThat(skills.learnt()).isEqualTo(before);
        assertThat(training.report(run.version().orElseThrow().number())).contains(report);
    }

    @Test
    void versions_and_the_one_in_use_survive_a_restart() throws Exception {
        bring("tea", "gimme hot brown leaf water please,tea.make\nhot brown leaf water for me,tea.make\n");
        run(new RunOrder.Train("tea", Optional.empty()));
        List<Version> kept = training.versions();
        Files.createDirectories(folder.resolve("versions").resolve("000099.new"));
        stop();

        start();
        skills.relearn();

        assertThat(training.versions()).isEqualTo(kept);
        assertThat(kept.getFirst().active()).isTrue();
        assertThat(understood("gimme some hot brown leaf water")).contains("tea.make");
        assertThat(folder.resolve("versions").resolve("000099.new")).doesNotExist();
    }

    @Test
    void what_cannot_be_learnt_is_taken_back() throws Exception {
        bring("tea", "gimme hot brown leaf water please,tea.make\nhot brown leaf water for me,tea.make\n");
        run(new RunOrder.Train("tea", Optional.empty()));
        skills.failing = true;
        bring("more", "stop the clock now please,clock.stop\n");

        Run run = training.start(new RunOrder.Train("more", Optional.empty()));
        while (run.state() == Run.State.RUNNING) {
            run = training.await(run).orElseThrow();
        }

        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(run.failure().map(TrainingException::code)).contains("version.failed");
        assertThat(training.versions())
                .singleElement()
                .satisfies(one -> assertThat(one.active()).isTrue());
    }

    @Test
    void old_versions_go_but_never_the_one_in_use() throws Exception {
        bring("tea", "hot brown leaf water for me,tea.make\n");
        for (int i = 0; i < 6; i++) {
            run(new RunOrder.Train("tea", Optional.empty()));
        }

        assertThat(training.versions()).extracting(Version::number).containsExactly(6, 5, 4, 3);
        assertThat(training.rollBack(Version.ASSISTANT).map(Version::number)).contains(5);
    }

    @Test
    void cross_validation_measures_each_sentence_once() throws Exception {
        bring("garden", moonAndPlants());

        Evaluation report =
                run(new RunOrder.CrossValidate("garden", 4)).evaluation().orElseThrow();

        assertThat(report.sentences()).isEqualTo(28);
        assertThat(report.accuracy()).isGreaterThan(0.9);
        assertThat(training.versions()).isEmpty();
    }

    @Test
    void two_subjects_are_compared_on_the_same_sentences() throws Exception {
        bring("tea", """
            gimme hot brown leaf water please,tea.make
            hot brown leaf water for me,tea.make
            gimme some hot brown leaf water,tea.make
            """);
        run(new RunOrder.Train("tea", Optional.empty()));
        bring("test", "hot brown leaf water please,tea.make\nhalt the clock,clock.stop\nwho won,oos\n");

        Comparison comparison =
                run(new RunOrder.Compare("test", "skills", "live")).comparison().orElseThrow();

        assertThat(comparison.second().accuracy())
                .isGreaterThan(comparison.first().accuracy());
        assertThat(comparison.firstOnly()).isZero();
        assertThat(comparison.secondOnly()).isPositive();
        assertThat(comparison.differences().getFirst().expected()).isEqualTo("tea.make");
        Evaluation version =
                run(new RunOrder.Evaluate("test", "1")).evaluation().orElseThrow();
        assertThat(version.sentences()).isEqualTo(3);
    }

    @Test
    void orders_that_make_no_sense_are_refused_in_words() throws Exception {
        bring("one", "hello,greet\nhello there,greet\n");

        assertThat(refusal(new RunOrder.Train("nothing", Optional.empty())))
                .isEqualTo("Es gibt keinen Datensatz „nothing“. Sieh in der Liste der importierten nach.");
        assertThat(refusal(new RunOrder.Evaluate("one", "7")))
                .isEqualTo("Es gibt keine Version 7. Sieh in der Liste der Versionen nach.");
        assertThat(refusal(new RunOrder.CrossValidate("one", 1)))
                .isEqualTo("1 Teile sind nicht möglich. Wähle 2 bis 20.");
        Run run = training.start(new RunOrder.Train("one", Optional.empty()));
        while (run.state() == Run.State.RUNNING) {
            run = training.await(run).orElseThrow();
        }
        assertThat(training.explain(run.failure().orElseThrow(), Language.ENGLISH))
                .isEqualTo("“one” has only one intent, so there is nothing to tell apart. Add sentences of another"
                        + " intent.");
        bring("two", "a,b\n");
        bring("three", "a,b\n");
        assertThatThrownBy(() -> bring("four", "a,b\n"))
                .isInstanceOfSatisfying(
                        TrainingException.class, full -> assertThat(full.code()).isEqualTo("sets.full"));
        assertThat(bring("three", "c,d\n").intents()).containsOnlyKeys("d");
    }

    private String refusal(RunOrder order) {
        try {
            training.start(order);
            throw new AssertionError("it was not refused");
        } catch (TrainingException refused) {
            return training.explain(refused, Language.GERMAN);
        }
    }

    @Test
    void a_run_can_be_cancelled_and_keeps_nothing() throws Exception {
        bring("garden", moonAndPlants());
        mayTrain = new CountDownLatch(1);
        Run first = training.start(new RunOrder.Train("garden", Optional.empty()));

        training.cancel(first.id());
        mayTrain.countDown();

        assertThat(training.run(first.id()).orElseThrow().state()).isEqualTo(Run.State.CANCELLED);
        run(new RunOrder.CrossValidate("garden", 2));
        assertThat(training.versions()).isEmpty();
    }

    @Test
    void unsure_turns_wait_for_a_label_only_if_the_owner_wants_it() throws Exception {
        ReviewFile off = review(false);
        off.consider("hot brown leaf water", Language.ENGLISH, Optional.empty(), 0.9, List.of());
        assertThat(off.items()).isEmpty();

        ReviewFile queue = review(true);
        queue.consider("make tea", Language.ENGLISH, Optional.of("tea.make"), 0.99, List.of());
        queue.consider(
                "hot brown [leaf] water",
                Language.ENGLISH,
                Optional.of("clock.stop"),
                0.4,
                List.of(new Ranked<>("tea.make", 0.3)));
        clock.advance(Duration.ofHours(1));
        queue.consider("who won", Language.ENGLISH, Optional.empty(), 0.9, List.of());
        queue.consider("who won", Language.ENGLISH, Optional.empty(), 0.8, List.of());

        assertThat(review(true).items())
                .extracting(item -> item.text() + "=" + item.understood())
                .containsExactly("who won=none", "hot brown leaf water=clock.stop");
        assertThat(queue.items().getLast().candidates())
                .containsExactly(new Ranked<>("clock.stop", 0.4), new Ranked<>("tea.make", 0.3));
        clock.advance(Duration.ofDays(30));
        assertThat(queue.items()).extracting(item -> item.text()).containsExactly("who won");
        clock.advance(Duration.ofDays(30));
        review(false).forgetOld();
        assertThat(folder.resolve("review.tsv")).doesNotExist();

        queue.consider("who won", Language.ENGLISH, Optional.empty(), 0.8, List.of());
        queue.clear();
        assertThat(queue.items()).isEmpty();
        assertThat(folder.resolve("review.tsv")).doesNotExist();
    }

    @Test
    void a_label_is_learnt_at_once_and_reviews_make_one_version() throws Exception {
        ReviewFile queue = review(true);
        for (String text : List.of("hot brown leaf water", "some hot brown leaf water", "brown leaf water please")) {
            queue.consider(text, Language.ENGLISH, Optional.empty(), 0.9, List.of());
        }
        assertThatThrownBy(() -> queue.label(queue.items().getFirst().id(), "moon.full"))
                .isInstanceOf(TrainingException.class);

        for (int i = 0; i < 3; i++) {
            queue.label(queue.items().getFirst().id(), "tea.make");
        }

        assertThat(queue.items()).isEmpty();
        assertThat(understood("gimme hot brown leaf water")).contains("tea.make");
        assertThat(training.versions()).singleElement().satisfies(version -> {
            assertThat(version.source()).isEqualTo("review");
            assertThat(version.sentences()).isEqualTo(3);
        });
    }

    private ReviewFile review(boolean on) {
        return new ReviewFile(folder, new ReviewFile.Rules(on, 0.7, Duration.ofDays(30), 100), training, clock);
    }

    @Test
    void all_texts_are_there_in_seven_languages() {
        assertThat(messages.gaps()).isEmpty();
    }

    @Test
    void what_a_person_labels_none_of_these_is_no_longer_understood_as_an_intent() throws Exception {
        assertThat(understood("I want tea towels")).contains("tea.make");
        bring("tea", "hot brown leaf water for me,tea.make\nI want some tea towels please,oos\ntea towels,oos\n");

        run(new RunOrder.Train("tea", Optional.empty()));

        assertThat(understood("I want tea towels")).isEmpty();
        assertThat(understood("I want tea")).contains("tea.make");
        ReviewFile queue = review(true);
        queue.consider("end of the clock story", Language.ENGLISH, Optional.of("clock.stop"), 0.4, List.of());
        queue.label(queue.items().getFirst().id(), IntentExamples.NONE);
        assertThat(understood("end of the clock story")).isEmpty();
        assertThat(understood("end the clock")).contains("clock.stop");
    }
}
