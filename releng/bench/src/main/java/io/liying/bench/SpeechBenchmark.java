package io.liying.bench;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Hearing;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.VoiceActivityDetector;
import io.liying.speech.api.model.InstalledModel;
import io.liying.testkit.speech.TinyVosk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/** Word errors and speed of hearing beside the engine's bare loop, voice activity, and memory of a session. */
final class SpeechBenchmark implements Benchmark {

    private static final int ROUNDS = 5;
    private static final int SESSIONS = 32;
    private static final int RATE = Audio.HEARING_RATE;

    /** A recording and what is said in it. */
    private record Said(String text, short[] samples) {}

    @Override
    public String name() {
        return "speech";
    }

    @Override
    public String summary() {
        return "errors and speed of hearing beside bare Vosk; with MODEL LANGUAGE FOLDER on your own WAV and .txt files";
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
        if (arguments.size() == 3) {
            Language language = Language.of(arguments.get(1)).orElseThrow();
            fixture.install(new InstalledModel("own", "vosk", Set.of(language), Path.of(arguments.get(0)), Map.of()));
            hear(report, fixture, language, folder(Path.of(arguments.get(2))));
            return report;
        }
        for (String code : List.of("en", "ko")) {
            Language language = Language.of(code).orElseThrow();
            Path model = TinyVosk.model(code, work);
            fixture.install(new InstalledModel("vosk-tiny-" + code, "vosk", Set.of(language), model, Map.of()));
        }
        for (String code : List.of("en", "ko")) {
            List<Said> recordings = TinyVosk.recordings(code).stream()
                    .filter(recording -> !recording.text().contains("[unk]"))
                    .map(recording -> new Said(recording.text(), recording.samples()))
                    .toList();
            hear(report, fixture, Language.of(code).orElseThrow(), recordings);
            activity(report, "energy_" + code, fixture.energy(), recordings);
            if (fixture.silero().isPresent()) {
                activity(report, "silero_" + code, fixture.silero().get(), recordings);
            }
        }
        memory(report, fixture.ears(fixture.energy()));
        return report.note("the models are our own fixtures of 98 and 84 words; they know synthetic voices only");
    }

    private static void hear(Report report, SpeechFixture fixture, Language language, List<Said> recordings)
            throws Exception {
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
        double seconds =
                recordings.stream().mapToInt(said -> said.samples().length).sum() / (double) RATE;
        try (Model model = new Model(fixture.vosk(language).folder().toString())) {
            for (int round = 0; round < ROUNDS; round++) {
                liying[round] = time(() -> {
                    for (Said said : recordings) {
                        ears.transcribe(Audio.heard(said.samples()), options);
                    }
                });
                bare[round] = time(() -> {
                    for (Said said : recordings) {
                        bare(model, said.samples());
                    }
                });
            }
        }
        report.figure(name + "_wer", words.rate())
                .figure(name + "_cer", characters.rate())
                .figure(name + "_real_time_factor", Figures.median(liying) / seconds)
                .figure(name + "_bare_real_time_factor", Figures.median(bare) / seconds)
                .figure(name + "_overhead", Figures.median(liying) / Figures.median(bare) - 1)
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
        report.figure(name + "_missed_share", (double) missed / words)
                .figure(name + "_false_alarm_share", (double) falseFrames / Math.max(1, quietFrames))
                .figure(name + "_real_time_factor", nanos / 1e9 / (frames * 512.0 / RATE));
    }

    /** Sessions in the middle of a sentence. */
    private static void memory(Report report, SpeechRecognition ears) throws Exception {
        short[] sentence = TinyVosk.recording("en", "timer-five-minutes").samples();
        Audio half = Audio.heard(Arrays.copyOf(sentence, sentence.length / 2));
        HearingOptions options = HearingOptions.DEFAULT.in(Language.ENGLISH);
        ears.transcribe(Audio.heard(sentence), options);
        double before = kilobytes();
        List<Hearing> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            Hearing hearing = ears.listen(options, event -> {});
            hearing.accept(half);
            sessions.add(hearing);
        }
        double after = kilobytes();
        sessions.forEach(Hearing::close);
        report.figure("session_kilobytes", (after - before) / SESSIONS);
    }

    /** The process's memory outside of the heap, where the system tells it, and what is used within the heap. */
    private static double kilobytes() throws IOException {
        System.gc();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        Path status = Path.of("/proc/self/statm");
        long resident = Files.exists(status)
                ? Long.parseLong(Files.readString(status).split(" ")[1]) * 4096 - heap.getCommitted()
                : 0;
        return (resident + heap.getUsed()) / 1024.0;
    }

    /** WAV files of 16 bits, each with its words in a file of the same name that ends in .txt. */
    private static List<Said> folder(Path folder) throws IOException, UnsupportedAudioFileException {
        List<Said> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.wav")) {
            for (Path file : files) {
                Path words = Path.of(file.toString().replaceFirst("\\.wav$", ".txt"));
                String text = Files.readString(words, StandardCharsets.UTF_8)
                        .toLowerCase(Locale.ROOT)
                        .strip();
                try (AudioInputStream in =
                        AudioSystem.getAudioInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                    byte[] bytes = in.readAllBytes();
                    short[] samples = new short[bytes.length / 2];
                    ByteBuffer.wrap(bytes)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asShortBuffer()
                            .get(samples);
                    all.add(new Said(text, samples));
                }
            }
        }
        return all;
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
