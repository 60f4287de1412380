package io.liying.plugin.core;

import io.liying.i18n.api.MessageCatalogs;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.core.archive.ArchiveReader;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.life.Texts;
import io.liying.plugin.core.state.PluginState;
import io.liying.plugin.core.trust.Trust;
import io.liying.plugin.core.trust.TrustStore;
import io.liying.plugin.core.trust.UnsignedPolicy;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a file may be installed: what it is, who vouches for it, and what a person has yet to approve. No code of it runs. */
final class Admission {

    /** A file that may be installed. */
    record Admitted(PluginArchive archive, PluginInspection inspection) {}

    private final ArchiveReader reader;
    private final TrustStore publishers;
    private final MessageCatalogs catalogs;
    private final InstalledPlugins plugins;
    private final Announcer announcer;
    private final Texts texts;
    private volatile Trust trust;

    Admission(
            ArchiveReader reader,
            TrustStore publishers,
            MessageCatalogs catalogs,
            InstalledPlugins plugins,
            Announcer announcer,
            Texts texts,
            PluginsConfig config) {
        this.reader = reader;
        this.publishers = publishers;
        this.catalogs = catalogs;
        this.plugins = plugins;
        this.announcer = announcer;
        this.texts = texts;
        this.trust = trust(config);
    }

    void modified(PluginsConfig changed) {
        trust = trust(changed);
    }

    private Trust trust(PluginsConfig config) {
        return new Trust(publishers, policy(config.unsigned()), policy(config.findings()), catalogs);
    }

    private static UnsignedPolicy policy(String name) {
        return UnsignedPolicy.valueOf(name.toUpperCase(Locale.ROOT));
    }

    PluginInspection inspect(Path file) throws PluginException {
        PluginInspection inspection = trust.inspect(reader.read(file));
        return new PluginInspection(
                inspection.descriptor(),
                inspection.bytes(),
                inspection.sha256(),
                inspection.signature(),
                inspection.findings(),
                List.copyOf(toApprove(inspection)));
    }

    /**
     * Reads and judges a file that is to be installed.
     *
     * @param approvals what a person approved; * approves everything
     */
    Admitted admit(Path file, Set<String> approvals, PluginListener progress) throws PluginException {
        String id = "";
        try {
            PluginArchive archive = reader.read(file);
            id = archive.descriptor().id();
            announcer.tell(progress, new PluginEvent.Received(id, texts.about("received", archive.descriptor())));
            PluginInspection inspection = trust.inspect(archive);
            refuseUnapproved(inspection, approvals);
            trust.approve(archive, approvals.contains("*") ? inspection.approvals() : approvals);
            announcer.tell(
                    progress, new PluginEvent.Verified(id, texts.about("verified", archive.descriptor()), inspection));
            return new Admitted(archive, inspection);
        } catch (PluginException refused) {
            announcer.tell(progress, new PluginEvent.Failed(id, refused.reasons(), refused.code()));
            throw refused;
        }
    }

    /** What was approved of an earlier version need not be approved again. */
    private Set<String> toApprove(PluginInspection inspection) {
        Set<String> open = new LinkedHashSet<>(inspection.approvals());
        Optional<PluginState> before =
                plugins.find(inspection.descriptor().id()).flatMap(InstalledPlugin::state);
        before.ifPresent(state -> open.removeAll(state.approved()));
        return open;
    }

    private void refuseUnapproved(PluginInspection inspection, Set<String> approvals) throws PluginException {
        Set<String> open = toApprove(inspection);
        open.removeAll(approvals);
        if (!open.isEmpty() && !approvals.contains("*")) {
            throw texts.refusal(
                    "approval.needed",
                    Map.of("plugin", inspection.descriptor().id(), "approvals", String.join(", ", open)));
        }
    }
}
