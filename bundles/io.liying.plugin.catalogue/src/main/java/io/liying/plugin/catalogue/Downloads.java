package io.liying.plugin.catalogue;

import io.liying.plugin.api.PluginCatalogue.Release;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Brings the files of releases here and checks that they are what the catalogue says. Safe for use by many threads. */
final class Downloads {

    private final Fetcher fetcher;
    private final Mirror mirror;
    private final Plugins plugins;
    private final Refusals refusals;

    Downloads(Fetcher fetcher, Mirror mirror, Plugins plugins, Refusals refusals) {
        this.fetcher = fetcher;
        this.mirror = mirror;
        this.plugins = plugins;
        this.refusals = refusals;
    }

    /**
     * The file of a release, from the mirror or fetched.
     *
     * @throws PluginException if it cannot be fetched or is something else; then nothing of it is left
     */
    Path file(String id, Release release, Address address, PluginListener progress)
            throws PluginException, InterruptedException {
        try {
            Optional<Path> kept = mirror.file(release);
            if (kept.isPresent()) {
                tell("catalogue.kept", id, release, address, progress);
                checkDescriptor(id, release, kept.get(), address);
                return kept.get();
            }
            Path part = mirror.part();
            try {
                fetcher.file(address, release, part);
                checkContent(id, release, part, address);
                Path file = mirror.keep(release, part);
                tell("catalogue.fetched", id, release, address, progress);
                checkDescriptor(id, release, file, address);
                mirror.tidy();
                return file;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException disk) {
            throw refusals.refuse("catalogue.disk", Map.of("reason", String.valueOf(disk.getMessage())), disk);
        }
    }

    private void checkContent(String id, Release release, Path file, Address address)
            throws IOException, PluginException {
        String found = Files256.of(file);
        if (!found.equals(release.sha256())) {
            throw refusals.refuse(
                    "catalogue.file.changed",
                    Map.of(
                            "source", address.shown(),
                            "plugin", id,
                            "version", release.version(),
                            "expected", release.sha256(),
                            "found", found));
        }
    }

    /** A catalogue must not replace one plugin in the name of another. */
    private void checkDescriptor(String id, Release release, Path file, Address address)
            throws IOException, PluginException {
        try {
            PluginDescriptor found = plugins.inspect(file).descriptor();
            if (!found.id().equals(id) || !found.version().equals(release.version())) {
                throw refusals.refuse(
                        "catalogue.file.other",
                        Map.of(
                                "source",
                                address.shown(),
                                "plugin",
                                id,
                                "version",
                                release.version(),
                                "found",
                                found.id() + " " + found.version()));
            }
        } catch (PluginException refused) {
            mirror.forget(release);
            throw refused;
        }
    }

    private void tell(String key, String id, Release release, Address address, PluginListener progress) {
        Map<String, String> arguments = Map.of("plugin", id, "version", release.version(), "source", address.shown());
        progress.changed(new PluginEvent.Received(id, refusals.texts(key, arguments)));
    }
}
