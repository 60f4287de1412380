package io.liying.http.plugins;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder for files that are on their way in; what a crash left there goes with the next start. */
@Component(service = Incoming.class)
public final class Incoming {

    /** A file that is deleted when it is closed. */
    record Arrived(Path file) implements AutoCloseable {

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                log.warn("{} cannot be deleted; it goes with the next start", file, stays);
            }
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Source {
        void copy(OutputStream out) throws IOException, ProblemException, InterruptedException;
    }

    private static final Logger log = LoggerFactory.getLogger(Incoming.class);

    private final Path folder;
    private final Downloads downloads;

    @Activate
    public Incoming(BundleContext context, @Reference Downloads downloads) throws IOException {
        this(Path.of(Optional.ofNullable(context.getProperty("liying.data")).orElse("data")), downloads);
    }

    Incoming(Path data, Downloads downloads) throws IOException {
        folder = data.toAbsolutePath().resolve("plugins").resolve("incoming");
        this.downloads = downloads;
        if (Files.isDirectory(folder)) {
            sweep();
        }
    }

    private void sweep() throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "upload-*")) {
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The file that a request brings or names. */
    Arrived receive(Request request) throws IOException, ProblemException, InterruptedException {
        String type = request.header("Content-Type").orElse("");
        if (type.startsWith("application/json")) {
            Downloads.Wanted wanted = downloads.wanted(request);
            return receive(out -> downloads.fetch(wanted, request.language(), out));
        }
        return receive(out -> request.body(out, downloads.limit()));
    }

    private Arrived receive(Source source) throws IOException, ProblemException, InterruptedException {
        Files.createDirectories(folder);
        Arrived arrived = new Arrived(Files.createTempFile(folder, "upload-", ".plugin"));
        boolean complete = false;
        try {
            try (OutputStream out = Files.newOutputStream(arrived.file())) {
                source.copy(out);
            }
            complete = true;
            return arrived;
        } finally {
            if (!complete) {
                arrived.close();
            }
        }
    }
}
