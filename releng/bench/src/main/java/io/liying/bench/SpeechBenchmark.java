package io.liying.bench;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Hearing;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.VoiceActivityDetector;
import io.liying.speech.api.model.InstalledModel;
import io.liying.testkit.speech.TinyVosk;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/** Word errors and speed of hearing beside the engine's bare loop, voice activity, and memory of a session. */
final class SpeechBenchmark implements Benchmark {

    private static final int ROUNDS = 9;
    private static final int SESSIONS = 32;
    private static final int TALK_ROUNDS = 5;
    private static final int MOST_TALKS = 8;
    /** They write no blanks between words: only characters can be counted. */
    private static final Set<Language> WITHOUT_BLANKS = Set.of(Language.CHINESE, Language.JAPANESE);

    private static final int RATE = Audio.HEARING_RATE;

    @Override
    public String name() {
        return "speech";
    }

    @Override
    public String summary() {
        return "errors and speed of hearing beside bare Vosk, then talks; speech [FOLDER of WAV and .txt, or of folders"
                + " en, ko, … with them [MODEL LANGUAGE]]";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        Report report = new Report(name()).loadAverage();
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        SpeechFixture fixture = new SpeechFixture();
        Path silero = home.resolve("../shared/models/silero-vad").normalize();
        if (Files.exists(silero)) {
            fixture.install(
                    new InstalledModel("silero-vad", "silero", Set.of(), silero, Map.of("file", "silero_vad_v6.onnx")));
        }
        if (arguments.size() >= 3) {
            Language language = Language.of(arguments.get(2)).orElseThrow();
            fixture.install(new InstalledModel("own", "vosk", Set.of(language), Path.of(arguments.get(1)), Map.of()));
        }
        for (Language language : Language.values()) {
            if (fixture.vosk(language).isEmpty()) {
                Path model = TinyVosk.model(language.code(), work);
                String id = "vosk-tiny-" + language.code();
                fixture.install(new InstalledModel(id, "vosk", Set.of(language), model, Map.of()));
            }
        }
        Map<Language, List<Said>> recordings =
                arguments.isEmpty() ? fixtures() : Said.in(Path.of(arguments.getFirst()));
        for (Map.Entry<Language, List<Said>> spoken : recordings.entrySet()) {
            hear(report, fixture, spoken.getKey(), spoken.getValue());
        }
        memory(report, fixture.ears(fixture.energy()));
        if (arguments.isEmpty()) {
            new TalkBenchmark().measure(report, home, work, TALK_ROUNDS, MOST_TALKS);
        }
        return report.loadAverage()
                .note("the models are our own fixtures of 66 to 98 words, if no other was named; they know synthetic"
                        + " voices only");
    }

    private static Map<Language, List<Said>> fixtures() {
        Map<Language, List<Said>> all = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            all.put(
                    language,
                    TinyVosk.recordings(language.code()).stream()
                            .filter(recording -> !recording.text().contains("[unk]"))
                            .map(recording -> new Said(recording.text(), recording.samples()))
                            .toList());
        }
        return all;
    }

    private static void hear(Report report, SpeechFixture fixture, Language language, List<Said> recordings)
            throws Exception {
        activity(report, "energy_" + language.code(), fixture.energy(), recordings);
        if (fixture.silero().isPresent()) {
            activity(report, "silero_" + language.code(), fixture.silero().get(), recordings);
        }
        Optional<InstalledModel> installed = fixture.vosk(language);
        if (installed.isEmpty()) {
            report.note("no model hears " + language.code());
            return;
        }
        SpeechRecognition ears = fixture.ears(fixture.energy());
        HearingOptions options = HearingOptions.DEFAULT.in(language);
        String name = "vosk_" + language.code();
        ErrorRate words = new ErrorRate();
        ErrorRate characters = new ErrorRate();
        for (Said said : recordings) {
            String heard = ears.transcribe(Audio.heard(said.samples()), options).text();
            words.words(said.text(), heard);
            characters.characters(said.text(), heard);
        }
        double[] liying = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] overhead = new double[ROUNDS];
        double seconds =
                recordings.stream().mapToInt(said -> said.samples().length).sum() / (double) RATE;
        try (Model model = new Model(installed.get().folder().toString())) {
            // The first round is not counted: the JVM compiles what it runs in it.
            for (int round = -1; round < ROUNDS; round++) {
                double with = time(() -> {
                    for (Said said : recordings) {
                        ears.transcribe(Audio.heard(said.samples()), options);
                    }
                });
                double without = time(() -> {
                    for (Said said : recordings) {
                        bare(model, said.samples());
                    }
                });
                if (round >= 0) {
                    liying[round] = with;
                    bare[round] = without;
                    overhead[round] = with / without - 1;
                }
            }
        }
        if (!WITHOUT_BLANKS.contains(language)) {
            report.figure(name + "_wer", words.rate());
        }
        report.figure(name + "_cer", characters.rate())
                .figure(name + "_real_time_factor", Figures.median(liying) / seconds)
                .figure(name + "_bare_real_time_factor", Figures.median(bare) / seconds)
                .figure(name + "_overhead", Figures.median(overhead))
                .atMost(name + "_overhead", 0.05);
    }

    private static void bare(Model model, short[] samples) throws IOException {
        try (Recognizer recognizer = new Recognizer(model, RATE)) {
            recognizer.setWords(true);
            for (int at = 0; at < samples.length; at += 512) {
                short[] part = Arrays.copyOfRange(samples, at, Math.min(at + 512, samples.length));
                if (recognizer.acceptWaveForm(part, part.length)) {
                    recognizer.getResult();
                }
            }
            recognizer.getFinalResult();
        }
    }

    private static void activity(Report report, String name, VoiceActivityDetector detector, List<Said> recordings)
            throws Exception {
        int missed = 0;
        int words = 0;
        long falseFrames = 0;
        long quietFrames = 0;
        long frames = 0;
        long nanos = 0;
        for (Said said : recordings) {
            int speech = 0;
            int all = said.samples().length / 512;
            try (VoiceActivityDetector.Ear ear = detector.open()) {
                long begin = System.nanoTime();
                for (int i = 0; i < all; i++) {
                    speech += ear.speech(Arrays.copyOfRange(said.samples(), i * 512, i * 512 + 512)) >= 0.5 ? 1 : 0;
                }
                nanos += System.nanoTime() - begin;
            }
            frames += all;
            if (said.text().isEmpty()) {
                falseFrames += speech;
                quietFrames += all;
            } else {
                words++;
                missed += speech < 5 ? 1 : 0;
            }
        }
        report.figure(name + "_missed_share", (double) missed / Math.max(1, words))
                .figure(name + "_false_alarm_share", (double) falseFrames / Math.max(1, quietFrames))
                .figure(name + "_real_time_factor", nanos / 1e9 / (frames * 512.0 / RATE));
    }

    /** Sessions in the middle of a sentence; as many were there before, so that what all share does not count. */
    private static void memory(Report report, SpeechRecognition ears) throws Exception {
        List<Hearing> first = sessions(ears, SESSIONS);
        System.gc();
        double before = kilobytes();
        List<Hearing> more = sessions(ears, SESSIONS);
        System.gc();
        double after = kilobytes();
        first.forEach(Hearing::close);
        more.forEach(Hearing::close);
        report.figure("session_kilobytes", (after - before) / SESSIONS);
    }

    private static List<Hearing> sessions(SpeechRecognition ears, int count) throws Exception {
        short[] sentence = TinyVosk.recording("en", "timer-five-minutes").samples();
        Audio half = Audio.heard(Arrays.copyOf(sentence, sentence.length / 2));
        HearingOptions options = HearingOptions.DEFAULT.in(Language.ENGLISH);
        List<Hearing> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Hearing hearing = ears.listen(options, event -> {});
            hearing.accept(half);
            sessions.add(hearing);
        }
        return sessions;
    }

    /** What is used within the heap and, where the system tells, what native code has taken. */
    private static double kilobytes() {
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return (heap + NativeMemory.bytes().orElse(0L)) / 1024.0;
    }

    /** Something to be timed. */
    private interface Work {
        void run() throws Exception;
    }

    private static double time(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
