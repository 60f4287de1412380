package io.liying.plugin.core.folder;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.Plugins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the folder again and again. What it has installed is remembered in {@code .installed.json} there, so that a
 * change made while LiYing was off is noticed too, and a plugin that came through another door is left alone. A refused
 * file gets a {@code NAME.rejected.txt} beside it; an empty file {@code NAME.approved} approves what it asks for.
 */
@Component(service = PluginFolder.class, immediate = true, configurationPid = "io.liying.plugins")
public final class PluginFolder {

    private static final Logger log = LoggerFactory.getLogger(PluginFolder.class);
    private static final String MEMORY = ".installed.json";
    private static final String REJECTED = ".rejected.txt";
    private static final String APPROVED = ".approved";
    private static final PluginListener QUIET = event -> {};

    /** Loads Jackson when it is first needed, not when LiYing starts. */
    private static final class Json {

        static final ObjectMapper MAPPER = new ObjectMapper();
    }

    /** Size and time of a file, which change while it is being written. */
    private record Look(long size, long modified) {}

    private final Plugins plugins;
    private final Messages messages;
    private final Path folder;
    private final Map<String, Look> last = new HashMap<>();
    private final Map<String, Look> refused = new HashMap<>();
    private final Map<String, Entry> installed = new TreeMap<>();
    private final @Nullable ScheduledExecutorService timer;

    /** A file that became a plugin. */
    record Entry(String id, long size, long modified) {}

    @Activate
    public PluginFolder(
            BundleContext context, FolderConfig config, @Reference Plugins plugins, @Reference MessageCatalogs catalogs)
            throws IOException {
        this(plugins, catalogs.of(PluginFolder.class), folder(context, config), timer(config));
        if (timer != null) {
            int pause = config.folder_milliseconds();
            timer.scheduleWithFixedDelay(this::lookSafely, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    PluginFolder(Plugins plugins, Messages messages, Path folder, @Nullable ScheduledExecutorService timer)
            throws IOException {
        this.plugins = plugins;
        this.messages = messages;
        this.folder = folder;
        this.timer = timer;
        Path memory = folder.resolve(MEMORY);
        if (Files.exists(memory)) {
            installed.putAll(Json.MAPPER.readValue(memory.toFile(), new TypeReference<Map<String, Entry>>() {}));
        }
    }

    private static Path folder(BundleContext context, FolderConfig config) {
        String data = context.getProperty("liying.data");
        return config.folder().isEmpty() || config.folder().equals("off")
                ? Path.of(data == null ? "data" : data, "plugins").toAbsolutePath()
                : Path.of(config.folder()).toAbsolutePath();
    }

    private static @Nullable ScheduledExecutorService timer(FolderConfig config) {
        return config.folder().equals("off")
                ? null
                : Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("plugin-folder").factory());
    }

    private void lookSafely() {
        try {
            look();
        } catch (IOException | RuntimeException failure) {
            log.error("The plugin folder {} cannot be read", folder, failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once: takes what is complete and new, removes what is gone. */
    void look() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Map<String, Look> now = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".")
                        && (name.endsWith(".jar") || name.endsWith(".lyp"))
                        && Files.isRegularFile(file)) {
                    BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
                    now.put(name, new Look(read.size(), read.lastModifiedTime().toMillis()));
                }
            }
        }
        for (String name : Set.copyOf(installed.keySet())) {
            if (!now.containsKey(name)) {
                remove(name);
            }
        }
        for (Map.Entry<String, Look> file : now.entrySet()) {
            if (file.getValue().equals(last.get(file.getKey())) && isNew(file.getKey(), file.getValue())) {
                take(file.getKey(), file.getValue());
            }
        }
        last.clear();
        last.putAll(now);
    }

    private boolean isNew(String name, Look look) {
        Entry known = installed.get(name);
        boolean same = known != null && known.size() == look.size() && known.modified() == look.modified();
        boolean refusedBefore = look.equals(refused.get(name)) && !Files.exists(folder.resolve(name + APPROVED));
        return !same && !refusedBefore;
    }

    private void take(String name, Look look) throws IOException, InterruptedException {
        Path rejected = folder.resolve(name + REJECTED);
        Path approval = folder.resolve(name + APPROVED);
        try {
            Set<String> approvals = Files.exists(approval) ? Set.of("*") : Set.of();
            PluginStatus status = plugins.install(folder.resolve(name), approvals, QUIET);
            installed.put(name, new Entry(status.descriptor().id(), look.size(), look.modified()));
            refused.remove(name);
            remember();
            Files.deleteIfExists(rejected);
        } catch (PluginException reason) {
            refused.put(name, look);
            Files.writeString(rejected, explanation(name, reason), StandardCharsets.UTF_8);
        } finally {
            Files.deleteIfExists(approval);
        }
    }

    /** In every language: whoever dropped the file may not be whom the machine speaks to. */
    private String explanation(String name, PluginException reason) {
        StringBuilder text = new StringBuilder();
        for (Language language : Language.values()) {
            text.append('[').append(language.code()).append("] ").append(reason.reason(language));
            if (reason.code().equals("plugin.approval.needed")) {
                text.append(' ').append(messages.text(language, "approve", Map.of("file", name + APPROVED)));
            }
            text.append('\n');
        }
        return text.append(reason.code()).append('\n').toString();
    }

    private void remove(String name) throws IOException, InterruptedException {
        Entry gone = installed.remove(name);
        remember();
        if (gone != null
                && installed.values().stream().noneMatch(entry -> entry.id().equals(gone.id()))) {
            try {
                plugins.uninstall(gone.id(), false, QUIET);
            } catch (PluginException notThere) {
                log.info("The plugin {} of the deleted file {} was not there any more", gone.id(), name);
            }
        }
    }

    private void remember() throws IOException {
        Path next = folder.resolve(MEMORY + ".next");
        Json.MAPPER.writeValue(next.toFile(), installed);
        Files.move(next, folder.resolve(MEMORY), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Deactivate
    void deactivate() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
