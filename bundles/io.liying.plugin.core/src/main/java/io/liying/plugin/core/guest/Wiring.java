package io.liying.plugin.core.guest;

import java.util.Collection;
import java.util.Optional;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Whose packages are wired to whom. A plugin is wired to the bundles of its own generation and, of LiYing's packages, to
 * those named {@code .api} only; the Configuration Admin's package is the host's; nobody else is wired to a plugin.
 */
public final class Wiring implements ResolverHookFactory, ResolverHook {

    private static final String OURS = "io.liying.";
    private static final String API = ".api";
    private static final String CONFIGURATION = "org.osgi.service.cm";

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        Optional<String> asking =
                GuestBundles.generation(requirement.getRevision().getBundle());
        candidates.removeIf(candidate -> {
            Optional<String> offering =
                    GuestBundles.generation(candidate.getRevision().getBundle());
            return offering.isPresent() ? !offering.equals(asking) : asking.isPresent() && !isForGuests(candidate);
        });
    }

    private static boolean isForGuests(BundleCapability candidate) {
        if (!candidate.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            return true;
        }
        String name = String.valueOf(candidate.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
        return !name.equals(CONFIGURATION) && (!name.startsWith(OURS) || name.endsWith(API));
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // every bundle may be resolved
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
        Optional<String> owner = GuestBundles.generation(singleton.getRevision().getBundle());
        collisions.removeIf(other ->
                !GuestBundles.generation(other.getRevision().getBundle()).equals(owner));
    }

    @Override
    public void end() {
        // nothing was kept
    }
}
