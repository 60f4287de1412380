package io.liying.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** The packages that a test shares with the bundles in its framework, in the versions that its class path has. */
public final class SharedPackages {

    private SharedPackages() {}

    /**
     * Looks the packages up in the manifests of the class path.
     *
     * @return what {@code org.osgi.framework.system.packages.extra} takes
     * @throws IllegalArgumentException if nothing on the class path exports one of them
     */
    public static String of(String... packages) throws IOException, BundleException {
        Map<String, String> exported = new TreeMap<>();
        for (URL file : Collections.list(SharedPackages.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            try (InputStream stream = file.openStream()) {
                String exports = new Manifest(stream).getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
                ManifestElement[] elements = ManifestElement.parseHeader(Constants.EXPORT_PACKAGE, exports);
                for (ManifestElement element : elements == null ? new ManifestElement[0] : elements) {
                    exported.putIfAbsent(element.getValue(), String.valueOf(element.getAttribute("version")));
                }
            }
        }
        return Arrays.stream(packages)
                .map(name -> name + ";version=" + version(exported, name))
                .collect(Collectors.joining(","));
    }

    private static String version(Map<String, String> exported, String name) {
        String version = exported.get(name);
        if (version == null) {
            throw new IllegalArgumentException("Nothing on the class path exports " + name);
        }
        return version;
    }
}
