package io.liying.plugin.core.tool;

import java.nio.file.Path;
import java.util.Optional;

/** Where a publisher's key lies unless something else is said. */
final class Keystores {

    private Keystores() {}

    static Path file(Optional<String> option) {
        return option.map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".liying", "publisher.p12"));
    }

    /** The certificate for others lies beside the key. */
    static Path certificate(Path keystore) {
        String name = String.valueOf(keystore.getFileName());
        int dot = name.lastIndexOf('.');
        return keystore.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".pem");
    }
}
