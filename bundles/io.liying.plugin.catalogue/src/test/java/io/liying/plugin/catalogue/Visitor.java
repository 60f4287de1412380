package io.liying.plugin.catalogue;

import io.liying.plugin.core.tool.PlainMessages;
import io.liying.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** A LiYing that has catalogues: its plugins, its time, its data folder, and what it does in the background. */
final class Visitor {

    static final Limits LIMITS = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(1));

    final FakePlugins plugins = new FakePlugins();
    final ManualClock clock = ManualClock.at("2026-11-21T09:00+09:00[Asia/Seoul]");
    final List<Runnable> background = new ArrayList<>();
    private final Path mirror;

    Visitor(Path data) {
        mirror = data.resolve("plugins").resolve("catalogue");
    }

    static Refusals refusals() {
        return new Refusals(new PlainMessages().of(ConfiguredCatalogues.class));
    }

    /** Starts anew with what is on the disk. */
    ConfiguredCatalogues visit(String... addresses) {
        return visit(512L << 20, addresses);
    }

    ConfiguredCatalogues visit(long keep, String... addresses) {
        Surroundings here = new Surroundings(
                Map.of(
                        "io.liying.plugin.api", List.of(Version.parseVersion("1.0.0")),
                        "io.liying.skill.api", List.of(Version.parseVersion("1.2.0"))),
                25);
        return new ConfiguredCatalogues(
                List.of(addresses),
                Duration.ofMinutes(1440),
                new Mirror(mirror, keep, clock),
                LIMITS,
                plugins,
                () -> here,
                background::add,
                refusals(),
                clock);
    }

    /** The files that were kept. */
    List<String> kept() throws IOException {
        Path files = mirror.resolve("files");
        if (!Files.isDirectory(files)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(files)) {
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
