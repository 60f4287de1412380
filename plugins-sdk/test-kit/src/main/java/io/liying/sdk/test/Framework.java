package io.liying.sdk.test;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.ManifestElement;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * Equinox with declarative services and LiYing's bundles from the test's class path. The packages of the API bundles are
 * the test's own, so that a test can call what runs inside.
 */
final class Framework implements AutoCloseable {

    /** What runs as bundles; everything else of OSGi and LiYing on the class path is shared. */
    private static final List<String> BUNDLES = List.of(
            "org.apache.felix.scr",
            "io.liying.i18n.core",
            "io.liying.nlu.language",
            "io.liying.nlu.entity",
            "io.liying.nlu.intent",
            "io.liying.skill.core",
            "io.liying.conversation.core");

    private static final Pattern SHARED =
            Pattern.compile("io\\.liying\\..*\\.api|slf4j\\.api|com\\.ibm\\.icu|org\\.osgi\\..*");

    private final org.osgi.framework.launch.Framework framework;

    private Framework(org.osgi.framework.launch.Framework framework) {
        this.framework = framework;
    }

    static Framework start(Path folder) throws IOException, BundleException {
        List<String> shared = new ArrayList<>();
        List<Path> bundles = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (element.endsWith(".jar")) {
                sort(Path.of(element), shared, bundles);
            }
        }
        org.osgi.framework.launch.Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("osgi").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        String.join(",", shared),
                        Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
                        "osgi.implementation;osgi.implementation=\"osgi.event\";version:Version=\"1.4\"",
                        "osgi.framework.extension",
                        "",
                        "osgi.parentClassloader",
                        "fwk"));
        framework.start();
        for (Path bundle : bundles) {
            framework.getBundleContext().installBundle(bundle.toUri().toString());
        }
        return new Framework(framework);
    }

    private static void sort(Path jar, List<String> shared, List<Path> bundles) throws IOException, BundleException {
        if (!jar.toFile().isFile()) {
            return;
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String named = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
            String name = named == null ? "" : named.split(";", -1)[0].strip();
            if (BUNDLES.contains(name)) {
                bundles.add(jar);
            } else if (SHARED.matcher(name).matches()) {
                share(headers.getValue(Constants.EXPORT_PACKAGE), shared);
            }
        }
    }

    private static void share(@Nullable String exports, List<String> shared) throws BundleException {
        ManifestElement[] elements = ManifestElement.parseHeader(Constants.EXPORT_PACKAGE, exports);
        for (ManifestElement element : elements == null ? new ManifestElement[0] : elements) {
            String version = element.getAttribute(Constants.VERSION_ATTRIBUTE);
            for (String name : element.getValueComponents()) {
                if (!name.startsWith("org.osgi.framework") && !name.startsWith("org.osgi.dto")) {
                    shared.add(name + (version == null ? "" : ";version=\"" + version + '"'));
                }
            }
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Starts all bundles. */
    void startBundles() throws BundleException {
        for (Bundle bundle : context().getBundles()) {
            if (bundle.getState() != Bundle.ACTIVE) {
                bundle.start();
            }
        }
    }

    /** A service that must be there, and what is missing if it is not. */
    <T> T service(Class<T> type) {
        ServiceReference<T> reference = context().getServiceReference(type);
        T service = reference == null ? null : context().getService(reference);
        if (service == null) {
            throw new AssertionError("there is no " + type.getName() + " in the framework");
        }
        return service;
    }

    <T> List<T> services(Class<T> type) {
        try {
            return context().getServiceReferences(type, null).stream()
                    .map(context()::getService)
                    .toList();
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(20_000);
    }
}
