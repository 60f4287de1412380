package io.liying.http.plugins;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginCatalogue;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.PluginStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Offers the dice, whose file it hands to the plugin manager. */
final class FakeCatalogue implements PluginCatalogue {

    final List<Query> queries = new ArrayList<>();
    List<Source> sources = List.of(new Source("/shelf", 1, Optional.of(Instant.EPOCH), Map.of()));
    private final FakePlugins plugins;
    private final Path file;

    FakeCatalogue(FakePlugins plugins, Path file) {
        this.plugins = plugins;
        this.file = file;
    }

    @Override
    public List<Offer> find(Query query) {
        queries.add(query);
        Release release = new Release(
                "1.3.0",
                "dice.jar",
                4,
                "00ff",
                Optional.empty(),
                Optional.empty(),
                Set.of(Language.KOREAN),
                List.of(new Permission(
                        Permission.Kind.NETWORK,
                        "api.example.org",
                        Map.of(Language.ENGLISH, "For numbers.", Language.KOREAN, "난수를 얻습니다."))),
                Map.of(),
                25,
                Instant.EPOCH,
                Map.of(Language.FRENCH, "Rien de nouveau."),
                List.of());
        return List.of(new Offer(
                "dice",
                Map.of(Language.ENGLISH, "Dice", Language.KOREAN, "주사위"),
                Map.of(Language.ENGLISH, "Rolls dice.", Language.KOREAN, "주사위를 굴립니다."),
                "Ada",
                "Apache-2.0",
                "",
                release,
                List.of(release),
                State.UPDATE,
                Optional.of("1.2.0"),
                "/shelf"));
    }

    @Override
    public List<Source> sources() {
        return sources;
    }

    @Override
    public List<Source> refresh() {
        return sources;
    }

    private static void known(String id) throws PluginException {
        if (!id.equals("dice")) {
            throw new PluginException("catalogue.plugin.unknown", Map.of(Language.KOREAN, "없습니다."));
        }
    }

    @Override
    public PluginStatus install(String id, Optional<String> version, Set<String> approvals, PluginListener progress)
            throws PluginException {
        known(id);
        return plugins.install(file, approvals, progress);
    }

    @Override
    public PluginInspection inspect(String id, Optional<String> version) throws PluginException {
        known(id);
        return plugins.inspect(file);
    }
}
