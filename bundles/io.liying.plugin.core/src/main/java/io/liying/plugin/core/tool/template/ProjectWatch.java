package io.liying.plugin.core.tool.template;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Waits until a project's sources change. */
public final class ProjectWatch implements AutoCloseable {

    private static final Duration QUIET = Duration.ofMillis(150);

    private final Path project;
    private final WatchService service;

    public ProjectWatch(Path project) throws IOException {
        this.project = project;
        this.service = FileSystems.getDefault().newWatchService();
        register(project);
        watch(project.resolve("src"));
    }

    private void watch(Path tree) throws IOException {
        if (!Files.isDirectory(tree)) {
            return;
        }
        List<Path> folders;
        try (Stream<Path> found = Files.walk(tree)) {
            folders = found.filter(Files::isDirectory).toList();
        }
        for (Path folder : folders) {
            register(folder);
        }
    }

    private void register(Path folder) throws IOException {
        folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    /** Returns when a source was saved and nothing more came for a moment; false if the watch was closed. */
    public boolean await() throws IOException, InterruptedException {
        try {
            boolean changed = false;
            while (!changed) {
                changed = matters(service.take());
            }
            for (WatchKey more = poll(); more != null; more = poll()) {
                matters(more);
            }
            return true;
        } catch (ClosedWatchServiceException closed) {
            return false;
        }
    }

    private @Nullable WatchKey poll() throws InterruptedException {
        return service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether a source changed, and not what the build makes; new folders are watched from now on. */
    private boolean matters(WatchKey key) throws IOException {
        Path folder = (Path) key.watchable();
        boolean matters = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            String name = String.valueOf(event.context());
            boolean source = !folder.equals(project) || name.equals("pom.xml") || name.equals("src");
            boolean swap = name.startsWith(".") || name.endsWith("~") || name.endsWith(".swp");
            if (source && !swap) {
                matters = true;
                watch(folder.resolve(name));
            }
        }
        key.reset();
        return matters;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
