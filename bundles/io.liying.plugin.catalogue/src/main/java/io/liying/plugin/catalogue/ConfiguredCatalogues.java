package io.liying.plugin.catalogue;

import io.liying.i18n.api.MessageCatalogs;
import io.liying.plugin.api.PluginCatalogue;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.Plugins;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The catalogues of the configuration. Nothing is read or asked before somebody wants to know, and nothing at all leaves
 * the machine if none is configured.
 */
@Component(configurationPid = "io.liying.plugins")
@Designate(ocd = CatalogueConfig.class)
public final class ConfiguredCatalogues implements PluginCatalogue {

    private final List<Catalogue> catalogues = new ArrayList<>();
    private final List<Source> unusable = new ArrayList<>();
    private final Plugins plugins;
    private final Duration age;
    private final Supplier<Surroundings> here;
    private final Executor background;
    private final Downloads downloads;
    private final Refusals refusals;

    @Activate
    public ConfiguredCatalogues(
            BundleContext context,
            CatalogueConfig config,
            @Reference Plugins plugins,
            @Reference MessageCatalogs catalogs,
            @Reference Clock clock) {
        this(
                List.of(config.catalogues()),
                Duration.ofMinutes(config.catalogue_minutes()),
                new Mirror(mirror(context), config.catalogue_mb() * 1_048_576L, clock),
                Limits.STANDARD,
                plugins,
                () -> Surroundings.of(context),
                task -> Thread.ofVirtual().name("plugin catalogue").start(task),
                new Refusals(catalogs.of(ConfiguredCatalogues.class)),
                clock);
    }

    ConfiguredCatalogues(
            List<String> addresses,
            Duration age,
            Mirror mirror,
            Limits limits,
            Plugins plugins,
            Supplier<Surroundings> here,
            Executor background,
            Refusals refusals,
            Clock clock) {
        this.plugins = plugins;
        this.age = age;
        this.here = here;
        this.background = background;
        this.refusals = refusals;
        Fetcher fetcher = new Fetcher(limits, refusals);
        IndexReader reader = new IndexReader(refusals);
        this.downloads = new Downloads(fetcher, mirror, plugins, refusals);
        for (String configured : addresses) {
            String text = configured.strip();
            if (text.isEmpty() || isThere(text)) {
                continue;
            }
            Optional<Address> address = Address.of(text);
            if (address.isPresent()) {
                catalogues.add(new Catalogue(address.get(), fetcher, reader, mirror, refusals, clock));
            } else {
                var problem = refusals.texts("catalogue.address", Map.of("source", text));
                unusable.add(new Source(text, 0, Optional.empty(), problem));
            }
        }
    }

    private boolean isThere(String text) {
        return catalogues.stream()
                .anyMatch(catalogue -> catalogue.address().shown().equals(text));
    }

    private static Path mirror(BundleContext context) {
        String data = Optional.ofNullable(context.getProperty("liying.data")).orElse("data");
        return Path.of(data).toAbsolutePath().resolve("plugins").resolve("catalogue");
    }

    @Override
    public List<Offer> find(Query query) throws InterruptedException {
        refreshDue();
        List<String> words = Words.of(query.text());
        Surroundings surroundings = here.get();
        Map<String, Offer> found = new TreeMap<>();
        for (Map.Entry<Listing, Catalogue> entry : listings().entrySet()) {
            Listing listing = entry.getKey();
            if (words.stream().allMatch(listing.searched()::contains)) {
                String source = entry.getValue().address().shown();
                Offer offer = Offers.of(listing, source, surroundings, plugins.status(listing.id()));
                if (Offers.fits(query, offer)) {
                    found.put(listing.id(), offer);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Of several catalogues with the same plugin the first counts. */
    private Map<Listing, Catalogue> listings() {
        Map<String, Listing> byId = new TreeMap<>();
        Map<Listing, Catalogue> owners = new LinkedHashMap<>();
        for (Catalogue catalogue : catalogues) {
            for (Listing listing : catalogue.listings()) {
                if (byId.putIfAbsent(listing.id(), listing) == null) {
                    owners.put(listing, catalogue);
                }
            }
        }
        return owners;
    }

    private void refreshDue() throws InterruptedException {
        List<Catalogue> unknown = new ArrayList<>();
        for (Catalogue catalogue : catalogues) {
            if (catalogue.isDue(age)) {
                if (catalogue.isKnown()) {
                    catalogue.refreshIn(background, age);
                } else {
                    unknown.add(catalogue);
                }
            }
        }
        Together.run(unknown, Catalogue::refresh);
    }

    @Override
    public List<Source> sources() {
        List<Source> sources =
                new ArrayList<>(catalogues.stream().map(Catalogue::source).toList());
        sources.addAll(unusable);
        return sources;
    }

    @Override
    public List<Source> refresh() throws InterruptedException {
        Together.run(catalogues, Catalogue::refresh);
        return sources();
    }

    /** A release and where it is fetched. */
    private record Choice(Listing listing, Release release, Catalogue catalogue) {}

    private Choice choose(String id, Optional<String> version) throws PluginException, InterruptedException {
        refreshDue();
        for (Map.Entry<Listing, Catalogue> entry : listings().entrySet()) {
            if (entry.getKey().id().equals(id)) {
                Offer offer = Offers.of(entry.getKey(), "", here.get(), Optional.empty());
                Release release = version.isEmpty()
                        ? offer.release()
                        : offer.releases().stream()
                                .filter(one -> one.version().equals(version.get()))
                                .findFirst()
                                .orElseThrow(() -> refusals.refuse(
                                        "catalogue.version.unknown", Map.of("plugin", id, "version", version.get())));
                return new Choice(entry.getKey(), release, entry.getValue());
            }
        }
        throw refusals.refuse("catalogue.plugin.unknown", Map.of("plugin", id));
    }

    @Override
    public PluginStatus install(String id, Optional<String> version, Set<String> approvals, PluginListener progress)
            throws PluginException, InterruptedException {
        Choice choice = choose(id, version);
        if (!choice.release().isCompatible()) {
            String missing = String.join(", ", choice.release().missing());
            throw refusals.refuse(
                    "catalogue.incompatible",
                    Map.of("plugin", id, "version", choice.release().version(), "missing", missing));
        }
        Path file = downloads.file(id, choice.release(), choice.catalogue().address(), progress);
        return plugins.install(file, approvals, progress);
    }

    @Override
    public PluginInspection inspect(String id, Optional<String> version) throws PluginException, InterruptedException {
        Choice choice = choose(id, version);
        return plugins.inspect(
                downloads.file(id, choice.release(), choice.catalogue().address(), event -> {}));
    }
}
