package io.liying.logging.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Rotating files that all messages go to while they are open. */
record LogFile(Settings settings, Handler handler) {

    /** @param files how many are kept, the newest of which is {@code liying.0.log} */
    record Settings(Path folder, int maxFileMb, int files) {}

    static LogFile open(Settings settings) throws IOException {
        Files.createDirectories(settings.folder());
        String folder = settings.folder().toAbsolutePath().toString().replace("%", "%%");
        FileHandler handler =
                new FileHandler(folder + "/liying.%g.log", settings.maxFileMb() * 1_048_576L, settings.files(), true);
        handler.setEncoding(StandardCharsets.UTF_8.name());
        handler.setFormatter(new LineFormatter("yyyy-MM-dd HH:mm:ss.SSSxx", ZoneId.systemDefault()));
        handler.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(handler);
        return new LogFile(settings, handler);
    }

    void close() {
        Logger.getLogger("").removeHandler(handler);
        handler.close();
    }
}
