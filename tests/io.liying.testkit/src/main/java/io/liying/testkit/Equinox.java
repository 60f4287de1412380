package io.liying.testkit;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A real framework in a temporary folder, with bundles made from the classes under test. The module that uses it has
 * Equinox and bndlib among its test dependencies.
 */
public final class Equinox implements AutoCloseable {

    private final Path folder;
    private final Framework framework;

    /**
     * Starts a framework without bundles.
     *
     * @param shared packages of the test's class path that bundles see, as {@code Export-Package} names them
     */
    public Equinox(Path folder, String shared) throws Exception {
        this.folder = folder;
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("osgi").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        shared,
                        "osgi.framework.extension",
                        "",
                        "osgi.parentClassloader",
                        "fwk"));
        framework.start();
    }

    /** The framework, to look into it. */
    public Framework framework() {
        return framework;
    }

    /** Installs jars of the class path by the beginning of their file names. */
    public void install(String... names) throws Exception {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
        for (String name : names) {
            String jar = Arrays.stream(entries)
                    .filter(entry -> entry.substring(entry.lastIndexOf(File.separatorChar) + 1)
                            .startsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not on the class path"));
            framework.getBundleContext().installBundle(Path.of(jar).toUri().toString());
        }
    }

    /** Installs a bundle of these packages, made as the build does. */
    public Bundle bundle(String name, String packages, Path classes) throws Exception {
        return bundle(name, packages, classes, "");
    }

    /** Installs a bundle with an activator. */
    public Bundle bundle(String name, String packages, Path classes, String activator) throws Exception {
        Path jar = folder.resolve(name + ".jar");
        try (Builder builder = new Builder();
                Jar input = new Jar(classes.toFile())) {
            builder.addClasspath(input);
            builder.setProperty("Bundle-SymbolicName", name);
            builder.setProperty("Private-Package", packages);
            builder.setProperty("Import-Package", "org.jspecify.annotations;resolution:=optional, *");
            if (!activator.isEmpty()) {
                builder.setProperty("Bundle-Activator", activator);
            }
            builder.setProperty("-dsannotations-options", "inherit");
            Jar output = builder.build();
            if (!builder.getErrors().isEmpty()) {
                throw new AssertionError(builder.getErrors());
            }
            output.write(jar.toFile());
        }
        return framework.getBundleContext().installBundle(jar.toUri().toString());
    }

    /** Starts all bundles that are not fragments. */
    public void start() throws Exception {
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null && bundle.getState() != Bundle.ACTIVE) {
                bundle.start();
            }
        }
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(20_000);
    }
}
