package io.liying.testkit.http;

import io.liying.runtime.api.Endpoint;
import io.liying.runtime.api.Readiness;
import io.liying.testkit.SharedPackages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Equinox with the real server bundles; a test's own class registers its fakes between the constructor and
 * {@link #begin}. The module copies the bundles into the folder of the system property {@code framework.bundles}, and
 * {@code own.bundle} names its own jar.
 */
public abstract class ServerFramework implements AutoCloseable {

    private static final String[] ALWAYS_SHARED = {
        "io.liying.http.api",
        "io.liying.i18n.api",
        "io.liying.monitor.api",
        "io.liying.runtime.api",
        "io.liying.security.api",
        "org.osgi.service.cm",
        "org.slf4j",
        "org.slf4j.event",
        "org.slf4j.helpers",
        "org.slf4j.spi"
    };

    private final Framework framework;
    private final Path data;
    private volatile @Nullable URI address;

    /**
     * Starts a framework without bundles.
     *
     * @param packages of the test's class path that the fakes are made of, besides those that every server needs
     */
    protected ServerFramework(String... packages) throws Exception {
        Path folder = Files.createTempDirectory("liying-server");
        data = folder.resolve("data");
        String[] shared =
                Stream.of(ALWAYS_SHARED, packages).flatMap(Arrays::stream).toArray(String[]::new);
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("framework").toString(),
                        "liying.data",
                        data.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        SharedPackages.of(shared),
                        "org.apache.felix.http.require.config",
                        "true"));
        framework.start();
    }

    /** Starts the server's bundles with these configurations by PID, and waits until it is ready. */
    protected final void begin(Map<String, Map<String, Object>> configurations) throws Exception {
        List<Bundle> bundles = install();
        bundle("org.eclipse.equinox.cm").start();
        for (Map.Entry<String, Map<String, Object>> configuration : configurations.entrySet()) {
            configure(configuration.getKey(), configuration.getValue());
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        moved();
        awaitReady();
    }

    private List<Bundle> install() throws IOException, BundleException {
        List<Path> jars = new ArrayList<>();
        Path folder = Path.of(System.getProperty("framework.bundles"));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(jars::add);
        }
        jars.add(Path.of(System.getProperty("own.bundle")));
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : jars) {
            bundles.add(context().installBundle(jar.toUri().toString()));
        }
        return bundles;
    }

    public final void awaitReady() throws Exception {
        Eventually.isTrue(() -> service(Readiness.class).waitingFor().isEmpty());
    }

    /** Notes that the server has another address. */
    public final void moved() throws InterruptedException {
        address = service(Endpoint.class).address();
    }

    public final void configure(String pid, Map<String, Object> values) throws Exception {
        service(ConfigurationAdmin.class).getConfiguration(pid, "?").update(new Hashtable<>(values));
    }

    /** A service; waits for it. */
    public final <T> T service(Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), type, null);
        tracker.open();
        T found = tracker.waitForService(TimeUnit.SECONDS.toMillis(20));
        if (found == null) {
            throw new IllegalStateException(type.getName() + " did not come");
        }
        return found;
    }

    public final Bundle bundle(String name) {
        for (Bundle bundle : context().getBundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new IllegalArgumentException(name);
    }

    public final BundleContext context() {
        return framework.getBundleContext();
    }

    public final URI address() {
        URI known = address;
        if (known == null) {
            throw new IllegalStateException("The server has not begun");
        }
        return known;
    }

    /** The data folder of the server. */
    public final Path data() {
        return data;
    }

    @Override
    public final void close() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
