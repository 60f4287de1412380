package io.liying.bench;

import io.liying.testkit.speech.TinyVosk;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/** Conversations by voice with the running product: how soon it answers aloud, how soon it is quiet, how many at once. */
final class TalkBenchmark implements Benchmark {

    private static final int LOUD = 1_000;
    private static final int FRAMES_A_SECOND = 31;
    private static final int PATIENCE = 20 * FRAMES_A_SECOND;
    private static final int MOST_AT_ONCE = 64;
    private static final double SOON_MS = 1_000;

    /** Nobody waits so long; more talks at once would only take time. */
    private static final double TOO_LATE_MS = 5_000;

    /** Milliseconds of one exchange; NaN where nothing came. */
    private record Exchange(double afterLastWord, double afterEndOfSpeech, double hush, double bargeIn) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final short[] question = TinyVosk.recording("en", "what-time-is-it").samples();
    private final short[] interruption = TinyVosk.recording("en", "stop").samples();

    @Override
    public String name() {
        return "talk";
    }

    @Override
    public String summary() {
        return "spoken question to the first sound of the answer, barge-in, talks at once; talk [ROUNDS] [MOST_AT_ONCE]";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        Report report = new Report(name()).loadAverage();
        measure(
                report,
                home,
                work,
                Bench.number(arguments, 0, 10),
                Math.min(Bench.number(arguments, 1, MOST_AT_ONCE), MOST_AT_ONCE));
        return report.loadAverage();
    }

    /** Adds the figures of conversations with a product of its own. */
    void measure(Report report, Path home, Path work, int rounds, int most) throws Exception {
        Path data = work.resolve("data");
        TinyVosk.model("en", data.resolve("models"));
        // The first use of a model costs a process of its own, which may take longer than an answer is waited for.
        try (Product product = Product.startWith("-Dliying.set.speech.engine_seconds=60", home, data)) {
            URI server = product.address();
            report.figure("first_answer_ms", talk(server, 1).getFirst().afterLastWord());
            List<Exchange> alone = talk(server, rounds);
            one(report, alone);
            together(report, product, most);
        }
        report.atMost("answer_after_last_word_ms", SOON_MS)
                .atMost("answer_after_end_of_speech_ms", 300)
                .atMost("barge_in_p95_ms", 100)
                .atMost("barge_in_median_ms", 50)
                .note(
                        "barge-in: from the frame that made it speech to the word that stops the sound; the person had then"
                                + " spoken for speech.phrase_threshold (barge_in_after_first_word_ms). The talks' microphones run"
                                + " in the same machine");
    }

    /** Ever more people, until nobody would wait for the answer; at once are as many as are answered soon. */
    private void together(Report report, Product product, int most) throws Exception {
        double before = product.residentMegabytes();
        int atOnce = 1;
        double p95 = 0;
        for (int people = 2; people <= most && p95 <= TOO_LATE_MS; people *= 2) {
            double[] millis = together(product.address(), people);
            p95 = Figures.percentile(millis, 0.95);
            double more = product.residentMegabytes() - before;
            report.figure("answer_p95_ms_of_" + people, p95)
                    .figure(
                            "unanswered_of_" + people,
                            Arrays.stream(millis).filter(Double::isInfinite).count())
                    .figure("megabytes_a_talk_of_" + people, more / people);
            atOnce = p95 <= SOON_MS && atOnce * 2 == people ? people : atOnce;
        }
        report.figure("talks_at_once", atOnce);
    }

    private static void one(Report report, List<Exchange> alone) {
        double[] hushes = alone.stream().mapToDouble(Exchange::hush).toArray();
        report.figure("answer_after_last_word_ms", median(alone, Exchange::afterLastWord))
                .figure("answer_after_end_of_speech_ms", median(alone, Exchange::afterEndOfSpeech))
                .figure("barge_in_median_ms", Figures.median(hushes))
                .figure("barge_in_p95_ms", Figures.percentile(hushes, 0.95))
                .figure("barge_in_after_first_word_ms", median(alone, Exchange::bargeIn));
    }

    private static double median(List<Exchange> all, ToDoubleFunction<Exchange> figure) {
        return Figures.median(all.stream().mapToDouble(figure).toArray());
    }

    private List<Exchange> talk(URI server, int rounds) throws Exception {
        List<Exchange> exchanges = new ArrayList<>();
        try (TalkClient person = new TalkClient(client, server)) {
            for (int round = 0; round < rounds; round++) {
                exchanges.add(exchange(person));
            }
        }
        return exchanges;
    }

    private Exchange exchange(TalkClient person) {
        person.speak(new short[16_000]);
        person.forget();
        long lastWord = say(person, question);
        if (!person.awaitSound(PATIENCE)) {
            return new Exchange(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double afterLastWord = (person.firstSound() - lastWord) / 1e6;
        double afterEnd = (person.firstSound() - person.first("speech_ended")) / 1e6;
        person.forget();
        person.speak(new short[16_000 / 4]);
        long firstWord = 0;
        long before = 0;
        for (int at = 0; at < interruption.length && person.first("hush") == 0; at += TalkClient.FRAME) {
            short[] frame = Arrays.copyOfRange(interruption, at, at + TalkClient.FRAME);
            person.frame(frame);
            before = person.first("hush") == 0 ? person.sent() : before;
            firstWord = firstWord == 0 && isLoud(frame) ? person.sent() : firstWord;
        }
        while (person.first("hush") == 0 && person.first("spoken") == 0 && person.sent() - firstWord < 5_000_000_000L) {
            person.frame(new short[TalkClient.FRAME]);
            before = person.first("hush") == 0 ? person.sent() : before;
        }
        double hush = person.first("hush") == 0 ? Double.NaN : Math.max(0, person.first("hush") - before) / 1e6;
        double bargeIn = person.first("hush") == 0 ? Double.NaN : (person.first("hush") - firstWord) / 1e6;
        person.speak(new short[2 * 16_000]);
        return new Exchange(afterLastWord, afterEnd, hush, bargeIn);
    }

    /** Says it; when its last loud frame was sent. */
    private static long say(TalkClient person, short[] samples) {
        long lastWord = 0;
        for (int at = 0; at < samples.length; at += TalkClient.FRAME) {
            short[] frame = Arrays.copyOfRange(samples, at, at + TalkClient.FRAME);
            person.frame(frame);
            lastWord = isLoud(frame) ? person.sent() : lastWord;
            if (person.firstSound() != 0) {
                break;
            }
        }
        return lastWord;
    }

    private static boolean isLoud(short[] frame) {
        for (short sample : frame) {
            if (Math.abs(sample) > LOUD) {
                return true;
            }
        }
        return false;
    }

    /** Milliseconds from the last word to the answer of people who all speak at once; infinite where none came. */
    private double[] together(URI server, int people) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            List<Callable<Double>> talks = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                talks.add(() -> talk(server, 1).getFirst().afterLastWord());
            }
            double[] millis = new double[people];
            int index = 0;
            for (Future<Double> talk : threads.invokeAll(talks)) {
                double after = talk.get();
                millis[index++] = Double.isNaN(after) ? Double.POSITIVE_INFINITY : after;
            }
            return millis;
        }
    }
}
