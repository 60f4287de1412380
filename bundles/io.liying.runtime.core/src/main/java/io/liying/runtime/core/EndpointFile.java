package io.liying.runtime.core;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file {@code endpoint} in the data folder: address and process id of the server that uses it, in one line. */
final class EndpointFile {

    private static final Logger log = LoggerFactory.getLogger(EndpointFile.class);

    private final Path file;

    EndpointFile(Path file) {
        this.file = file;
    }

    void write(URI address) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, address + " " + ProcessHandle.current().pid() + "\n");
        } catch (IOException failure) {
            log.warn("{} cannot be written, so `liying chat` will not find this server by itself", file, failure);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            log.warn("{} cannot be deleted", file, failure);
        }
    }
}
