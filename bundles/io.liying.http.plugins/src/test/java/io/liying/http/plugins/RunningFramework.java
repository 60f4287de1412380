package io.liying.http.plugins;

import io.liying.plugin.api.Plugins;
import io.liying.security.api.Authenticator;
import io.liying.testkit.http.ServerFramework;
import io.liying.testkit.http.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real server with a fake plugin host behind it. */
final class RunningFramework extends ServerFramework {

    static final Map<String, Object> UPLOADS = Map.of("upload.mb", 1, "downloads", true);

    private final FakePlugins plugins = new FakePlugins();

    RunningFramework() throws Exception {
        super("io.liying.plugin.api");
        context().registerService(Plugins.class, plugins, null);
        context().registerService(Authenticator.class, Tokens::person, null);
        begin(Map.of(
                "io.liying.api", Map.of("port", 0, "max.body.bytes", 4096),
                "io.liying.security", Map.of(),
                "io.liying.plugins", UPLOADS));
    }

    FakePlugins plugins() {
        return plugins;
    }

    /** The files that are on their way in. */
    List<Path> incoming() throws IOException {
        Path folder = data().resolve("plugins").resolve("incoming");
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.toList();
        }
    }
}
