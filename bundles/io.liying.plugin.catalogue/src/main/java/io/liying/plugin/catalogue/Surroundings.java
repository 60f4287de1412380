package io.liying.plugin.catalogue;

import io.liying.plugin.api.PluginCatalogue.Release;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;

/**
 * What a plugin finds here.
 *
 * @param packages the versions of LiYing's packages
 * @param java which Java runs
 */
record Surroundings(Map<String, List<Version>> packages, int java) {

    /** What the framework exports now. */
    static Surroundings of(BundleContext context) {
        Map<String, List<Version>> packages = new HashMap<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring == null || !String.valueOf(bundle.getSymbolicName()).startsWith("io.liying.")) {
                continue;
            }
            for (BundleCapability exported : wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                String name = String.valueOf(exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
                if (exported.getAttributes().get("version") instanceof Version version) {
                    packages.computeIfAbsent(name, none -> new ArrayList<>()).add(version);
                }
            }
        }
        return new Surroundings(packages, Runtime.version().feature());
    }

    /** The release with everything that it misses here. */
    Release judged(Release release) {
        List<String> missing = new ArrayList<>(release.missing());
        new TreeMap<>(release.imports()).forEach((name, range) -> {
            boolean any = range.isEmpty();
            VersionRange wanted = any ? null : new VersionRange(range);
            boolean found = packages.getOrDefault(name, List.of()).stream()
                    .anyMatch(version -> wanted == null || wanted.includes(version));
            if (!found) {
                missing.add(any ? name : name + " " + range);
            }
        });
        if (release.java() > java) {
            missing.add("Java " + release.java());
        }
        return new Release(
                release.version(),
                release.file(),
                release.bytes(),
                release.sha256(),
                release.publisher(),
                release.fingerprint(),
                release.languages(),
                release.permissions(),
                release.imports(),
                release.java(),
                release.published(),
                release.notes(),
                missing);
    }
}
