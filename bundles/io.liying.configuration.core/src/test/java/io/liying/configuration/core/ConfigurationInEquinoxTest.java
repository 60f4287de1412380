package io.liying.configuration.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.configuration.api.Configurations;
import io.liying.testkit.Equinox;
import io.liying.testkit.SharedPackages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfigurationInEquinoxTest {

    private static final String[] SHARED = {"org.slf4j", "io.liying.configuration.api", "io.liying.i18n.api"};

    @TempDir
    Path folder;

    @Test
    void a_component_gets_what_the_file_says_and_follows_it() throws Exception {
        Path file = folder.resolve("liying.yaml");
        Files.writeString(file, """
                api: {port: 0, queue: {capacity: 3}, durability: power, hosts: [a, b], rate: 1, open: true, token: t}
                """);
        System.setProperty("liying.config", file.toString());
        System.setProperty("liying.language", "en");
        try (Equinox equinox = new Equinox(folder, SharedPackages.of(SHARED))) {
            equinox.install(
                    "org.osgi.service.cm-",
                    "org.osgi.service.component-",
                    "org.osgi.service.coordinator-",
                    "org.osgi.util.function-",
                    "org.osgi.util.promise-",
                    "org.eclipse.equinox.cm-",
                    "org.apache.felix.metatype-",
                    "org.apache.felix.scr-",
                    "snakeyaml-engine-");
            equinox.start();
            BundleContext context = equinox.framework().getBundleContext();
            equinox.bundle("sample", "io.liying.configuration.core.sample", Path.of("target/test-classes"));
            Bundle core = equinox.bundle(
                    "io.liying.configuration.core", "io.liying.configuration.core", Path.of("target/classes"));
            ServiceTracker<Configurations, Configurations> configurations =
                    new ServiceTracker<>(context, Configurations.class, null);
            configurations.open();
            core.start();
            Configurations service = configurations.waitForService(20_000);
            assertThat(service.problems()).isEmpty();
            equinox.start();

            ServiceTracker<Supplier<String>, Supplier<String>> sample =
                    new ServiceTracker<>(context, context.createFilter("(sample=true)"), null);
            sample.open();
            assertThat(sample.waitForService(20_000).get()).isEqualTo("0 3 power [a, b] 1.0 true t");

            Files.writeString(file, "api: {port: 81}\n");
            assertThat(told(sample, "81 8 process [localhost] 0.5 false ")).isTrue();

            Files.writeString(file, "api: {prot: 81}\n");
            assertThat(service.reload())
                    .containsExactly(file + ", line 1: api.prot: Unknown key. Did you mean \"port\"? Allowed are:"
                            + " durability, hosts, open, port, queue_capacity, rate, token.");
            assertThat(sample.getService().get()).startsWith("81 ");
        } finally {
            System.clearProperty("liying.config");
            System.clearProperty("liying.language");
        }
    }

    private static boolean told(ServiceTracker<Supplier<String>, Supplier<String>> sample, String expected)
            throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            Supplier<String> service = sample.waitForService(100);
            if (service != null && service.get().equals(expected)) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }
}
