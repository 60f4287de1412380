package io.liying.plugin.catalogue;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.LeftOver;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.Plugins;
import io.liying.plugin.api.SettingField;
import io.liying.plugin.api.Signature;
import io.liying.plugin.core.archive.ArchiveLimits;
import io.liying.plugin.core.archive.ArchiveReader;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.tool.PlainMessages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads files as the plugin manager does, but only notes what is installed. */
final class FakePlugins implements Plugins {

    private final ArchiveReader reader = new ArchiveReader(ArchiveLimits.STANDARD, new PlainMessages());
    private final Map<String, PluginStatus> installed = new TreeMap<>();

    @Override
    public List<PluginStatus> list() {
        return List.copyOf(installed.values());
    }

    @Override
    public Optional<PluginStatus> status(String id) {
        return Optional.ofNullable(installed.get(id));
    }

    @Override
    public PluginInspection inspect(Path file) throws PluginException {
        PluginArchive archive = reader.read(file);
        return new PluginInspection(
                archive.descriptor(),
                archive.bytes(),
                archive.sha256(),
                Signature.unsigned(),
                List.of(),
                List.of("unsigned", "network:api.example.org"));
    }

    @Override
    public PluginStatus install(Path file, Set<String> approvals, PluginListener progress) throws PluginException {
        PluginInspection inspection = inspect(file);
        if (!approvals.contains("*") && !approvals.containsAll(inspection.approvals())) {
            throw new PluginException("plugin.approval.needed", Map.of(Language.ENGLISH, "Approval is missing."));
        }
        PluginStatus status = status(inspection.descriptor(), Optional.empty());
        installed.put(inspection.descriptor().id(), status);
        Map<Language, String> texts = Map.of(Language.ENGLISH, "It answers.", Language.KOREAN, "이제 대답합니다.");
        progress.changed(new PluginEvent.Promoted(
                inspection.descriptor().id(), texts, inspection.descriptor().version()));
        return status;
    }

    private static PluginStatus status(PluginDescriptor descriptor, Optional<String> pinned) {
        return new PluginStatus(
                descriptor,
                PluginStatus.State.ACTIVE,
                Map.of(),
                "00",
                Signature.unsigned(),
                List.of(),
                List.of(),
                pinned,
                Instant.EPOCH,
                0,
                0);
    }

    @Override
    public PluginStatus pin(String id, boolean pinned) {
        PluginDescriptor descriptor = installed.get(id).descriptor();
        PluginStatus status = status(descriptor, pinned ? Optional.of(descriptor.version()) : Optional.empty());
        installed.put(id, status);
        return status;
    }

    @Override
    public PluginStatus rollBack(String id, Optional<String> version, PluginListener progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PluginStatus enable(String id, boolean enabled, PluginListener progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void uninstall(String id, boolean withData, PluginListener progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SettingField> fields(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PluginStatus configure(String id, Map<String, Object> values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> keptSecrets(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keepSecret(String id, String name, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> panelFile(String id, String path) {
        return Optional.empty();
    }

    @Override
    public List<LeftOver> leftOvers() {
        return List.of();
    }
}
