package io.liying.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How soon the running product speaks, beside eSpeak NG alone in the same run. */
final class VoiceBenchmark implements Benchmark {

    private static final int HEADER_BYTES = 44;

    /** The language, what is said, and eSpeak NG's name of the voice. */
    private static final Map<String, String[]> SENTENCES = sentences();

    private final HttpClient client = HttpClient.newHttpClient();

    private static Map<String, String[]> sentences() {
        Map<String, String[]> sentences = new LinkedHashMap<>();
        sentences.put("ko", new String[] {"5분 타이머를 맞췄어요. %d번째예요.", "ko+f3"});
        sentences.put("en", new String[] {"Your timer for 5 minutes is set, number %d.", "en-us+f3"});
        sentences.put("zh", new String[] {"5分钟的计时器已经设好，第%d个。", "cmn-latn-pinyin+f3"});
        sentences.put("ja", new String[] {"5分のタイマーを設定しました。%d個目です。", "ja+f3"});
        sentences.put("es", new String[] {"El temporizador de 5 minutos está listo, número %d.", "es+f3"});
        sentences.put("fr", new String[] {"Le minuteur de 5 minutes est lancé, numéro %d.", "fr+f3"});
        sentences.put("de", new String[] {"Der Timer für 5 Minuten ist gestellt, Nummer %d.", "de+f3"});
        return sentences;
    }

    @Override
    public String name() {
        return "voice";
    }

    @Override
    public String summary() {
        return "how soon the product speaks in seven languages, beside eSpeak NG alone; voice [RUNS] [AT_ONCE]";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        int runs = Bench.number(arguments, 0, 20);
        int atOnce = Bench.number(arguments, 1, 16);
        Report report = new Report(name());
        double slowest = 0;
        try (Product product = Product.start(home, work.resolve("data"))) {
            double before = product.residentMegabytes();
            for (Map.Entry<String, String[]> sentence : SENTENCES.entrySet()) {
                double[] ours = new double[runs];
                double[] alone = new double[runs];
                report.figure(sentence.getKey() + "_first_time_ms", speak(product.address(), sentence, -1));
                for (int run = 0; run < runs; run++) {
                    ours[run] = speak(product.address(), sentence, run);
                    alone[run] = espeak(sentence.getValue()[1], sentence.getValue()[0].formatted(run));
                }
                report.figure(sentence.getKey() + "_first_sound_ms", Figures.median(ours));
                report.figure(sentence.getKey() + "_espeak_alone_ms", Figures.median(alone));
                slowest = Math.max(slowest, Figures.percentile(ours, 0.95));
            }
            report.figure("slowest_language_p95_ms", slowest);
            report.figure("at_once_median_ms", Figures.median(together(product.address(), atOnce)));
            report.figure("seven_voices_megabytes", product.residentMegabytes() - before);
        }
        return report.loadAverage()
                .atMost("slowest_language_p95_ms", 300)
                .note("first sound: from sending the text to the first sample over HTTP; at once: " + atOnce
                        + " speeches");
    }

    /** Milliseconds from the request to the first sound. */
    private double speak(URI server, Map.Entry<String, String[]> sentence, int number)
            throws IOException, InterruptedException {
        String text = sentence.getValue()[0].formatted(number + 2);
        long begin = System.nanoTime();
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(server.resolve("/api/v1/speech"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"text\":\"%s\",\"language\":\"%s\"}".formatted(text, sentence.getKey())))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream sound = answer.body()) {
            byte[] first = sound.readNBytes(HEADER_BYTES + 2);
            double millis = (System.nanoTime() - begin) / 1e6;
            if (answer.statusCode() != 200 || first.length < HEADER_BYTES + 2) {
                throw new IOException("the server did not speak: " + answer.statusCode());
            }
            sound.readAllBytes();
            return millis;
        }
    }

    private double[] together(URI server, int atOnce) throws Exception {
        Map.Entry<String, String[]> german = SENTENCES.entrySet().stream()
                .filter(one -> one.getKey().equals("de"))
                .findFirst()
                .orElseThrow();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Double>> speeches = new ArrayList<>();
            for (int person = 0; person < atOnce; person++) {
                int number = 1000 + person;
                speeches.add(() -> speak(server, german, number));
            }
            double[] millis = new double[atOnce];
            int index = 0;
            for (Future<Double> speech : people.invokeAll(speeches)) {
                millis[index++] = speech.get();
            }
            return millis;
        }
    }

    private static double espeak(String voice, String text) throws IOException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder("espeak-ng", "-v", voice, "--stdout", text)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream sound = process.getInputStream()) {
            sound.readNBytes(HEADER_BYTES + 2);
            double millis = (System.nanoTime() - begin) / 1e6;
            sound.readAllBytes();
            return millis;
        }
    }
}
