package io.liying.speech.whisper;

import io.liying.speech.api.SpeechException;
import io.liying.speech.api.model.InstalledModel;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file of a model, looked at before native code reads it: whisper.cpp believes every length that stands in it. */
final class ModelFile {

    private ModelFile() {}

    /** @throws SpeechException if there is none, or it is no whole model */
    static Path of(InstalledModel model) throws SpeechException {
        try {
            Path file = find(model);
            try (FileChannel channel = FileChannel.open(file)) {
                new GgmlWalk(channel).walk();
            }
            return file;
        } catch (EOFException end) {
            throw broken(model, "its file is cut short", end);
        } catch (IOException unreadable) {
            throw broken(model, String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static Path find(InstalledModel model) throws IOException {
        String named = model.properties().get("file");
        if (named != null && Files.exists(model.folder().resolve(named))) {
            return model.folder().resolve(named);
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(model.folder(), "*.bin")) {
            for (Path file : files) {
                return file;
            }
        }
        throw new IOException("its .bin file is missing");
    }

    static SpeechException broken(InstalledModel model, String why, @Nullable Throwable cause) {
        Map<String, Object> details =
                Map.of("model", model.id(), "folder", model.folder().toString(), "why", why);
        return cause == null
                ? new SpeechException("model.broken", details)
                : new SpeechException("model.broken", details, cause);
    }
}
