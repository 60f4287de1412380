package io.liying.logging.core;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import io.liying.testkit.Equinox;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoggingInEquinoxTest {

    @TempDir
    Path folder;

    @Test
    void a_bundle_logs_through_the_fragment() throws Exception {
        try (Equinox equinox = new Equinox(folder, "")) {
            equinox.install("slf4j-api-");
            install(equinox, fragment());
            Bundle speaker = speaker(equinox);

            speaker.start();

            assertThat(System.getProperty("speaker.logger")).isEqualTo("org.slf4j.jul.JDK14LoggerAdapter");
        }
    }

    @Test
    void the_components_write_the_file_and_hear_the_framework() throws Exception {
        List<Handler> before = List.of(Logger.getLogger("").getHandlers());
        System.setProperty("liying.data", folder.resolve("data").toString());
        try (Equinox equinox = new Equinox(folder, "")) {
            equinox.install(
                    "slf4j-api-",
                    "org.osgi.service.component-",
                    "org.osgi.util.function-",
                    "org.osgi.util.promise-",
                    "org.apache.felix.scr-");
            install(equinox, fragment());
            equinox.start();
            Bundle core = equinox.bundle("io.liying.logging.core", "io.liying.logging.core", Path.of("target/classes"));
            core.start();
            speaker(equinox).start();
            equinox.bundle("broken", "io.liying.logging.core.broken", Path.of("target/test-classes"))
                    .start();

            Path log = folder.resolve("data/logs/liying.0.log");
            assertThat(log).content().contains("WARN  io.liying.logging.core.sample.Speaker: spoken in a bundle\n");
            assertThat(eventually(log, "ERROR osgi.broken: ")).isTrue();
            assertThat(log).content().contains("this component never starts");
        } finally {
            System.clearProperty("liying.data");
            Logger root = Logger.getLogger("");
            for (Handler handler : root.getHandlers()) {
                root.removeHandler(handler);
            }
            before.forEach(root::addHandler);
        }
    }

    private static boolean eventually(Path log, String text) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Files.readString(log).contains(text) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return Files.readString(log).contains(text);
    }

    private Bundle speaker(Equinox equinox) throws Exception {
        System.clearProperty("speaker.logger");
        return equinox.bundle(
                "speaker",
                "io.liying.logging.core.sample",
                Path.of("target/test-classes"),
                "io.liying.logging.core.sample.Speaker");
    }

    private static void install(Equinox equinox, Path jar) throws Exception {
        equinox.framework().getBundleContext().installBundle(jar.toUri().toString());
    }

    /** The fragment as its own build makes it. */
    private Path fragment() throws Exception {
        Path made = folder.resolve("fragment.jar");
        try (Builder builder = new Builder()) {
            builder.setProperty("project.artifactId", "io.liying.logging.slf4j");
            builder.setProperty("slf4j.version", "2.0.20");
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (entry.contains("slf4j-jdk14")) {
                    builder.addClasspath(new File(entry));
                }
            }
            builder.setProperties(new File("../io.liying.logging.slf4j/bnd.bnd"));
            Jar jar = builder.build();
            assertThat(builder.getErrors()).isEmpty();
            jar.write(made.toFile());
        }
        return made;
    }
}
