package io.liying.speech.espeak;

import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.SpeechSink;
import io.liying.speech.api.voice.SpeechSynthesizer;
import io.liying.speech.api.voice.Voice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks with eSpeak NG. */
@Component(configurationPid = "io.liying.speech")
@Designate(ocd = EspeakConfig.class)
public final class EspeakSynthesizer implements SpeechSynthesizer {

    private static final Logger log = LoggerFactory.getLogger(EspeakSynthesizer.class);

    private static final int NORMAL_WORDS_PER_MINUTE = 165;
    private static final int NORMAL_PITCH = 50;

    private final String command;
    private final WarmProcesses processes;
    private final Semaphore places;
    private final Kana kana = new Kana();
    private final Mandarin mandarin;
    private final ExecutorService readers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("espeak-", 0).factory());

    @Activate
    public EspeakSynthesizer(EspeakConfig config) {
        this(config.espeak_command(), config.espeak_spare(), config.espeak_processes());
    }

    EspeakSynthesizer(String command, int spare, int atOnce) {
        this.command = command.strip();
        this.mandarin = new Mandarin(this.command);
        this.processes = new WarmProcesses(spare);
        this.places = new Semaphore(atOnce, true);
    }

    @Deactivate
    void deactivate() {
        processes.close();
        readers.shutdown();
    }

    @Override
    public String id() {
        return EspeakVoices.ENGINE;
    }

    @Override
    public List<Voice> voices() {
        return isInstalled() ? EspeakVoices.all() : List.of();
    }

    private boolean isInstalled() {
        if (command.isEmpty()) {
            return false;
        }
        if (command.contains(File.separator)) {
            return isProgram(command, "");
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1)).anyMatch(folder -> isProgram(folder, command));
    }

    private static boolean isProgram(String folder, String name) {
        try {
            Path program = name.isEmpty() ? Path.of(folder) : Path.of(folder, name);
            return Files.isExecutable(program) && !Files.isDirectory(program)
                    || Files.isExecutable(Path.of(program + ".exe"));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    @Override
    public void prepare(Voice voice, Prosody prosody) {
        if (voice.language() == Language.JAPANESE) {
            kana.of("用意");
        }
        warm(command(voice, prosody));
    }

    @Override
    public void synthesize(String text, Voice voice, Prosody prosody, SpeechSink sink)
            throws SpeechException, InterruptedException {
        List<String> arguments = command(voice, prosody);
        String plain = text.replace('[', ' ').replace('\n', ' ');
        String readable = switch (voice.language()) {
            case JAPANESE -> kana.of(plain);
            case KOREAN -> KoreanSounds.of(plain);
            default -> plain;
        };
        places.acquire();
        try {
            new Utterance(processes.take(arguments), readable).speak(sink, readers);
        } catch (IOException notStarted) {
            throw new SpeechException(
                    "speech.failed",
                    Map.of("engine", "eSpeak NG", "reason", String.valueOf(notStarted.getMessage())),
                    notStarted);
        } finally {
            places.release();
        }
        warm(arguments);
    }

    private void warm(List<String> arguments) {
        try {
            processes.warm(arguments);
        } catch (IOException notStarted) {
            log.debug("No process could be started ahead", notStarted);
        }
    }

    private String name(Voice voice) {
        String name = EspeakVoices.name(voice);
        return voice.language() == Language.CHINESE ? name.replaceFirst("^" + Mandarin.NAME, mandarin.voice()) : name;
    }

    private List<String> command(Voice voice, Prosody prosody) {
        long speed = Math.clamp(Math.round(NORMAL_WORDS_PER_MINUTE * prosody.rate()), 80, 450);
        long pitch = Math.clamp(Math.round(NORMAL_PITCH * prosody.pitch()), 0, 99);
        return List.of(
                command,
                "-v",
                name(voice),
                "-s",
                String.valueOf(speed),
                "-p",
                String.valueOf(pitch),
                "-b",
                "1",
                "--stdin",
                "--stdout");
    }
}
