package io.liying.plugin.catalogue;

import io.liying.plugin.api.PluginCatalogue.Offer;
import io.liying.plugin.api.PluginCatalogue.Query;
import io.liying.plugin.api.PluginCatalogue.Release;
import io.liying.plugin.api.PluginCatalogue.State;
import io.liying.plugin.api.PluginStatus;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/** Compares what is listed with what is here. */
final class Offers {

    private Offers() {}

    static Offer of(Listing listing, String source, Surroundings here, Optional<PluginStatus> status) {
        List<Release> releases = listing.releases().stream().map(here::judged).toList();
        Optional<Release> newest =
                releases.stream().filter(Release::isCompatible).findFirst();
        return new Offer(
                listing.id(),
                listing.names(),
                listing.descriptions(),
                listing.author(),
                listing.licence(),
                listing.homepage(),
                newest.orElse(releases.getFirst()),
                releases,
                state(newest, status),
                status.map(installed -> installed.descriptor().version()),
                source);
    }

    private static State state(Optional<Release> newest, Optional<PluginStatus> status) {
        if (newest.isEmpty()) {
            return State.INCOMPATIBLE;
        }
        if (status.isEmpty()) {
            return State.AVAILABLE;
        }
        Version offered = Version.parseVersion(newest.get().version());
        Version installed = Version.parseVersion(status.get().descriptor().version());
        if (offered.compareTo(installed) <= 0) {
            return State.CURRENT;
        }
        return status.get().pinned().isPresent() ? State.HELD : State.UPDATE;
    }

    /** Whether an offer is among what is looked for; its words are compared before. */
    static boolean fits(Query query, Offer offer) {
        boolean speaks = query.language()
                .map(language -> offer.release().languages().contains(language))
                .orElse(true);
        boolean updates = !query.updatesOnly() || offer.state() == State.UPDATE || offer.state() == State.HELD;
        boolean works = !query.compatibleOnly() || offer.state() != State.INCOMPATIBLE;
        return speaks && updates && works;
    }
}
