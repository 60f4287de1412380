package io.liying.speech.silero;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.VoiceActivityDetector;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.NativeProbe;
import io.liying.speech.api.model.SpeechModels;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Detects speech with the Silero model if it is installed. The model is loaded for the first ear and stays. */
@Component(property = "service.ranking:Integer=100")
public final class SileroDetector implements VoiceActivityDetector {

    private static final Logger LOG = LoggerFactory.getLogger(SileroDetector.class);
    private static final String ID = "silero";
    private static final Duration LAST_FRAME = Duration.ofSeconds(2);

    private final SpeechModels installed;
    private final NativeProbe probe;
    private @Nullable SileroModel model;
    private boolean stopped;

    @Activate
    public SileroDetector(@Reference SpeechModels installed, @Reference NativeProbe probe) {
        this.installed = installed;
        this.probe = probe;
    }

    /** Ears that are open hear nothing more; a frame that is being heard is waited for. */
    @Deactivate
    void stop() {
        SileroModel loaded;
        synchronized (this) {
            stopped = true;
            loaded = model;
            model = null;
        }
        if (loaded == null) {
            return;
        }
        try {
            if (!loaded.close(LAST_FRAME)) {
                LOG.warn("A frame takes longer than {}; the Silero model stays in memory", LAST_FRAME);
            }
        } catch (OrtException stays) {
            LOG.warn("The Silero model stays in memory", stays);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            LOG.warn("The Silero model stays in memory, since stopping was interrupted", hurried);
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean ready() {
        return !installed.of(ID).isEmpty();
    }

    @Override
    public Ear open() throws SpeechException {
        InstalledModel found = installed.of(ID).stream()
                .findFirst()
                .orElseThrow(() -> new SpeechException("detector.none", Map.of("detector", ID)));
        try {
            Path file = file(found).orElseThrow(() -> broken(found, "its .onnx file is missing", null));
            List<Path> jars = NativeProbe.classPath(Probe.class, OrtEnvironment.class, VoiceActivityDetector.class);
            probe.check(found, jars, Probe.class.getName(), List.of(file.toString()));
            return open(found, file);
        } catch (IOException unreadable) {
            throw broken(found, String.valueOf(unreadable.getMessage()), unreadable);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new SpeechException("engine.failed", Map.of("engine", ID), hurried);
        }
    }

    private synchronized Ear open(InstalledModel found, Path file) throws SpeechException {
        if (stopped) {
            throw new SpeechException("engine.gone", Map.of("engine", ID));
        }
        SileroModel loaded = model;
        if (loaded == null) {
            try {
                loaded = new SileroModel(file);
            } catch (OrtException refused) {
                throw broken(found, String.valueOf(refused.getMessage()), refused);
            }
            model = loaded;
        }
        return new SileroEar(loaded);
    }

    private static Optional<Path> file(InstalledModel found) throws IOException {
        String named = found.properties().get("file");
        if (named != null) {
            return Optional.of(found.folder().resolve(named)).filter(Files::exists);
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(found.folder(), "*.onnx")) {
            for (Path file : files) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static SpeechException broken(InstalledModel found, String why, @Nullable Exception cause) {
        Map<String, Object> details =
                Map.of("model", found.id(), "folder", found.folder().toString(), "why", why);
        return cause == null
                ? new SpeechException("model.broken", details)
                : new SpeechException("model.broken", details, cause);
    }
}
