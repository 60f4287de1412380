package io.liying.http.plugins;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.Finding;
import io.liying.plugin.api.LeftOver;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.Plugins;
import io.liying.plugin.api.SettingField;
import io.liying.plugin.api.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Has one plugin, the dice; what a file says decides what becomes of it. */
final class FakePlugins implements Plugins {

    static final String APPROVAL = "network:api.example.org";

    /** What was asked for, in order. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    private static final Map<Language, String> TEXTS =
            Map.of(Language.ENGLISH, "Done.", Language.KOREAN, "끝났습니다.", Language.GERMAN, "Fertig.");

    private static final PluginDescriptor DICE = new PluginDescriptor(
            "dice",
            "1.2.0",
            Map.of(Language.ENGLISH, "Dice", Language.KOREAN, "주사위"),
            Map.of(Language.ENGLISH, "Rolls dice.", Language.KOREAN, "주사위를 굴립니다."),
            "Ada",
            "Apache-2.0",
            "https://example.org/dice",
            Set.of(Language.ENGLISH, Language.KOREAN),
            List.of(new Permission(
                    Permission.Kind.NETWORK,
                    "api.example.org",
                    Map.of(Language.ENGLISH, "To fetch true randomness.", Language.KOREAN, "진짜 난수를 가져오려고 합니다."))),
            Optional.of("web/panel/index.html"));

    private static final Signature SIGNATURE =
            new Signature(Signature.State.UNKNOWN_PUBLISHER, Optional.of("CN=Ada"), Optional.of("ab12"));

    private static final List<Finding> FINDINGS =
            List.of(new Finding(Permission.Kind.PROCESSES, "org.example.Dice", "java.lang.ProcessBuilder", false));

    private static PluginStatus status(PluginStatus.State state) {
        boolean works = state == PluginStatus.State.ACTIVE;
        return new PluginStatus(
                DICE,
                state,
                works ? Map.of() : Map.of("en", "Switched off.", "ko", "꺼져 있습니다."),
                "00ff",
                SIGNATURE,
                FINDINGS,
                List.of("1.1.0", "1.0.0"),
                Optional.of("1.2.0"),
                Instant.parse("2026-11-21T09:00:00Z"),
                12,
                3);
    }

    private static PluginException refused(String code) {
        return new PluginException(code, Map.of(Language.ENGLISH, "Refused: " + code, Language.KOREAN, "거부됨: " + code));
    }

    private void known(String id) throws PluginException {
        if (!id.equals("dice")) {
            throw refused("plugin.unknown");
        }
    }

    @Override
    public List<PluginStatus> list() {
        return List.of(status(PluginStatus.State.ACTIVE));
    }

    @Override
    public Optional<PluginStatus> status(String id) {
        return list().stream()
                .filter(status -> status.descriptor().id().equals(id))
                .findFirst();
    }

    @Override
    public PluginInspection inspect(Path file) throws PluginException {
        String content = read(file);
        calls.add("inspect " + content.length());
        if (content.startsWith("refuse ")) {
            throw refused(content.substring("refuse ".length()));
        }
        return new PluginInspection(
                DICE, content.length(), "00ff", SIGNATURE, FINDINGS, List.of(APPROVAL, "publisher:ab12"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public PluginStatus install(Path file, Set<String> approvals, PluginListener progress) throws PluginException {
        PluginInspection inspection = inspect(file);
        progress.changed(new PluginEvent.Received("", TEXTS));
        if (!approvals.contains("*") && !approvals.containsAll(inspection.approvals())) {
            progress.changed(new PluginEvent.Failed("dice", TEXTS, "plugin.approval.needed"));
            throw refused("plugin.approval.needed");
        }
        progress.changed(new PluginEvent.Verified("dice", TEXTS, inspection));
        progress.changed(new PluginEvent.Promoted("dice", TEXTS, "1.2.0"));
        progress.changed(new PluginEvent.Draining("dice", TEXTS, 2));
        calls.add("install " + String.join(",", approvals.stream().sorted().toList()));
        return status(PluginStatus.State.ACTIVE);
    }

    @Override
    public PluginStatus rollBack(String id, Optional<String> version, PluginListener progress) throws PluginException {
        known(id);
        calls.add("rollback " + version.orElse("newest"));
        progress.changed(new PluginEvent.RolledBack(id, TEXTS, version.orElse("1.1.0")));
        return status(PluginStatus.State.ACTIVE);
    }

    @Override
    public PluginStatus enable(String id, boolean enabled, PluginListener progress) throws PluginException {
        known(id);
        calls.add("enable " + enabled);
        return status(enabled ? PluginStatus.State.ACTIVE : PluginStatus.State.DISABLED);
    }

    @Override
    public PluginStatus pin(String id, boolean pinned) throws PluginException {
        known(id);
        calls.add("pin " + pinned);
        return status(PluginStatus.State.ACTIVE);
    }

    @Override
    public void uninstall(String id, boolean withData, PluginListener progress) throws PluginException {
        known(id);
        calls.add("uninstall " + withData);
        progress.changed(new PluginEvent.Removed(id, TEXTS, "1.2.0"));
    }

    @Override
    public List<SettingField> fields(String id) throws PluginException {
        known(id);
        return List.of(
                new SettingField(
                        "sides",
                        "Sides",
                        "Of a die.",
                        "integer",
                        List.of("6", "20"),
                        Optional.of("2"),
                        Optional.of("100"),
                        "6",
                        Optional.of(20)),
                new SettingField(
                        "key",
                        "Key",
                        "",
                        "password",
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty()));
    }

    @Override
    public PluginStatus configure(String id, Map<String, Object> values) throws PluginException {
        known(id);
        if (!values.containsKey("sides")) {
            throw refused("plugin.setting.unknown");
        }
        calls.add("configure " + values);
        return status(PluginStatus.State.ACTIVE);
    }

    @Override
    public List<String> keptSecrets(String id) {
        return List.of("token");
    }

    @Override
    public void keepSecret(String id, String name, String text) throws PluginException {
        known(id);
        if (!name.equals("token")) {
            throw refused("plugin.secret.unknown");
        }
        calls.add("secret " + name + " " + text.length());
    }

    @Override
    public Optional<byte[]> panelFile(String id, String path) {
        return id.equals("dice") && path.equals("js/deep/panel.js")
                ? Optional.of("panel()".getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @Override
    public List<LeftOver> leftOvers() {
        return List.of(
                new LeftOver("dice", "1.0.0", Instant.parse("2026-11-21T08:00:00Z"), List.of("thread \"poller\"")));
    }
}
