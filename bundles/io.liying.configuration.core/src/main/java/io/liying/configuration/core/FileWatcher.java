package io.liying.configuration.core;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Notices when files have changed and come to rest. The system's notifications make it quick, looking now and then makes
 * it sure: not every file system notifies.
 */
final class FileWatcher implements AutoCloseable {

    /** How long it takes. */
    record Pace(Duration quiet, Duration doubtful, Duration look) {

        /** Editors write several times within a few milliseconds; an empty or missing file is often half a change. */
        static final Pace USUAL = new Pace(Duration.ofMillis(100), Duration.ofMillis(1_000), Duration.ofSeconds(2));
    }

    private enum Signal {
        LOOK,
        WAKE
    }

    private record State(List<String> prints, boolean doubtful) {}

    private final List<Path> files;
    private final Pace pace;
    private final Runnable changed;
    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread looker;
    private final Thread listener;

    /**
     * Begins to watch.
     *
     * @param changed called by one thread at a time when the files have changed, or after {@link #wake}
     */
    FileWatcher(List<Path> files, Pace pace, Runnable changed) {
        this.files = List.copyOf(files);
        this.pace = pace;
        this.changed = changed;
        State start = state();
        looker = Thread.ofVirtual().name("configuration-files").start(() -> look(start));
        listener = Thread.ofVirtual().name("configuration-folder").start(this::listen);
    }

    /** Calls back even if no file has changed. */
    void wake() {
        signals.add(Signal.WAKE);
    }

    @Override
    public void close() {
        closed.countDown();
        looker.interrupt();
        listener.interrupt();
    }

    private void listen() {
        Path folder = files.getFirst().resolveSibling("").toAbsolutePath();
        try (WatchService service = folder.getFileSystem().newWatchService()) {
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            for (boolean valid = true; valid; ) {
                WatchKey key = service.take();
                key.pollEvents();
                signals.add(Signal.LOOK);
                valid = key.reset();
            }
        } catch (IOException | ClosedWatchServiceException failure) {
            LoggerFactory.getLogger(FileWatcher.class)
                    .debug("{} gives no notifications; looking every {} instead", folder, pace.look(), failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(State start) {
        State last = start;
        try {
            while (true) {
                Signal signal = signals.poll(pace.look().toMillis(), TimeUnit.MILLISECONDS);
                State now = state();
                if (signal != Signal.WAKE && now.equals(last)) {
                    continue;
                }
                last = settle(now);
                changed.run();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private State settle(State changing) throws InterruptedException {
        State before = changing;
        while (true) {
            Duration rest = before.doubtful() ? pace.doubtful() : pace.quiet();
            if (closed.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("no longer watched");
            }
            State now = state();
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
    }

    private State state() {
        List<String> prints = new ArrayList<>();
        boolean doubtful = false;
        for (Path file : files) {
            BasicFileAttributes attributes = attributes(file);
            prints.add(
                    attributes == null
                            ? "none"
                            : attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey());
            doubtful |= file.equals(files.getFirst()) && (attributes == null || attributes.size() == 0);
        }
        return new State(prints, doubtful);
    }

    private static @Nullable BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException missing) {
            return null;
        } catch (IOException failure) {
            LoggerFactory.getLogger(FileWatcher.class).debug("{} cannot be looked at", file, failure);
            return null;
        }
    }
}
