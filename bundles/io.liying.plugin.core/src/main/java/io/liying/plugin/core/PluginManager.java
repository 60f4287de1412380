package io.liying.plugin.core;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.monitor.api.Meters;
import io.liying.plugin.api.LeftOver;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginContext;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.Plugins;
import io.liying.plugin.api.SettingField;
import io.liying.plugin.core.InstalledPlugin.Running;
import io.liying.plugin.core.archive.ArchiveLimits;
import io.liying.plugin.core.archive.ArchiveReader;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.guest.ContextFactory;
import io.liying.plugin.core.guest.DatabaseGuestServices;
import io.liying.plugin.core.guest.GuestWeaver;
import io.liying.plugin.core.guest.Provided;
import io.liying.plugin.core.guest.SecretBox;
import io.liying.plugin.core.guest.TopicHub;
import io.liying.plugin.core.guest.Visibility;
import io.liying.plugin.core.guest.Wiring;
import io.liying.plugin.core.life.ComponentProblems;
import io.liying.plugin.core.life.Generation;
import io.liying.plugin.core.life.GuardedServices;
import io.liying.plugin.core.life.Health;
import io.liying.plugin.core.life.LeakWatch;
import io.liying.plugin.core.life.Texts;
import io.liying.plugin.core.state.InstalledVersion;
import io.liying.plugin.core.state.PluginState;
import io.liying.plugin.core.state.StateStore;
import io.liying.plugin.core.trust.Trust;
import io.liying.plugin.core.trust.TrustStore;
import io.liying.plugin.core.trust.UnsignedPolicy;
import io.liying.runtime.api.Readiness;
import io.liying.skill.api.host.SkillHost;
import io.liying.storage.api.Database;
import io.liying.storage.api.GuestSchemas;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What may be asked of plugins; {@link Lifecycle} takes the steps, {@link Supervisor} watches what answers. */
@Component(
        service = {Plugins.class, Readiness.class},
        immediate = true,
        configurationPid = "io.liying.plugins")
@Designate(ocd = PluginsConfig.class)
public final class PluginManager implements Plugins, Readiness {

    private static final Logger log = LoggerFactory.getLogger(PluginManager.class);
    private static final PluginListener NOBODY = Announcer.NOBODY;

    private final BundleContext context;
    private final SkillHost skills;
    private final Clock clock;
    private final MessageCatalogs catalogs;
    private final Texts texts;
    private final ArchiveReader reader;
    private final TrustStore publishers;
    private final StateStore store;
    private final Settings settings;
    private final LeakWatch leaks;
    private final Announcer announcer = new Announcer();
    private final DatabaseGuestServices guestServices;
    private final Provided<Database> database = new Provided<>();
    private final Provided<GuestSchemas> schemas = new Provided<>();
    private final Map<String, InstalledPlugin> plugins = new ConcurrentSkipListMap<>();
    private final List<ServiceRegistration<?>> hooks = new ArrayList<>();
    private final List<AutoCloseable> gauges;
    private final ResourceGuard resources;
    private final StorageGuard storage;
    private final Lifecycle lifecycle;
    private final Supervisor supervisor;
    private final FirstStart firstStart;
    private volatile PluginsConfig config;
    private volatile Trust trust;

    @Activate
    public PluginManager(
            BundleContext context,
            PluginsConfig config,
            @Reference SkillHost skills,
            @Reference Clock clock,
            @Reference MessageCatalogs catalogs,
            @Reference Meters meters,
            @Reference ConfigurationAdmin configurations,
            @Reference MetaTypeService metatypes,
            @Reference ServiceComponentRuntime componentRuntime)
            throws IOException {
        this.context = context;
        this.config = config;
        this.skills = skills;
        this.clock = clock;
        this.catalogs = catalogs;
        this.texts = new Texts(catalogs.of(PluginManager.class));
        String property = context.getProperty("liying.data");
        Path data = Path.of(property == null ? "data" : property).toAbsolutePath();
        this.reader = new ArchiveReader(ArchiveLimits.STANDARD, catalogs);
        this.publishers = new TrustStore(data.resolve("security/publishers"));
        this.trust = trust(config, publishers, catalogs);
        this.store = new StateStore(data.resolve("plugins/installed"));
        SecretBox secrets = new SecretBox(data.resolve("security/secrets.key"));
        this.settings = new Settings(configurations, metatypes, secrets, texts);
        this.leaks = new LeakWatch(clock, data.resolve("plugins/diagnostics"));
        this.guestServices = new DatabaseGuestServices(database, schemas, secrets, data.resolve("plugins/data"), clock);
        this.gauges = List.of(
                meters.gauge(
                        "liying_plugin_generations_left",
                        "Replaced versions of plugins whose classes are still in memory.",
                        leaks::count),
                meters.gauge(
                        "liying_plugins_quarantined",
                        "Plugins that were set aside.",
                        () -> plugins.values().stream()
                                .filter(InstalledPlugin::isQuarantined)
                                .count()));
        this.resources = new ResourceGuard(limits(config), greed());
        this.storage = new StorageGuard(guestServices, config.storage_seconds(), this::tooFull);
        ContextFactory contexts = new ContextFactory();
        this.lifecycle = new Lifecycle(
                new Lifecycle.House(
                        context,
                        skills,
                        contexts,
                        guestServices,
                        new TopicHub(),
                        new ComponentProblems(componentRuntime),
                        settings,
                        reader,
                        store,
                        publishers,
                        leaks,
                        resources,
                        storage,
                        announcer,
                        texts,
                        clock),
                config,
                this::watch);
        this.supervisor =
                new Supervisor(lifecycle, announcer, texts, config, id -> rollBack(id, Optional.empty(), NOBODY));
        hook(FindHook.class, new Visibility(context));
        hook(EventListenerHook.class, new Visibility(context));
        hook(ResolverHookFactory.class, new Wiring());
        hook(WeavingHook.class, new GuestWeaver());
        hooks.add(context.registerService(PluginContext.class, contexts, null));
        settings.forgetAll();
        this.firstStart = new FirstStart(lifecycle, supervisor, store, texts, config.failed_starts());
        firstStart.run(context, this::plugin);
    }

    private Health watch(InstalledPlugin plugin, Generation generation) {
        return supervisor.over(plugin, generation);
    }

    private static ResourceGuard.Limits limits(PluginsConfig config) {
        return new ResourceGuard.Limits(config.memory_mb(), config.threads());
    }

    private ResourceGuard.Alarm greed() {
        return new ResourceGuard.Alarm() {
            @Override
            public void greedy(String id, ThreadGroup threads, long megabytes) {
                Optional.ofNullable(plugins.get(id))
                        .ifPresent(plugin -> supervisor.tooGreedy(plugin, threads, megabytes));
            }

            @Override
            public void crowded(String id, ThreadGroup threads, int count) {
                Optional.ofNullable(plugins.get(id)).ifPresent(plugin -> supervisor.tooCrowded(plugin, threads, count));
            }
        };
    }

    private void tooFull(String id, long bytes, long limitBytes) {
        InstalledPlugin plugin = plugins.get(id);
        if (plugin != null) {
            supervisor.tooFull(plugin, bytes, limitBytes);
        }
    }

    /** Changed limits and policies count from now on; no plugin is touched. */
    @Modified
    void modified(PluginsConfig changed) {
        config = changed;
        trust = trust(changed, publishers, catalogs);
        resources.limit(limits(changed));
        storage.every(changed.storage_seconds());
        lifecycle.modified(changed);
        supervisor.modified(changed);
    }

    private static Trust trust(PluginsConfig config, TrustStore publishers, MessageCatalogs catalogs) {
        return new Trust(publishers, policy(config.unsigned()), policy(config.findings()), catalogs);
    }

    private <T> void hook(Class<T> type, T hook) {
        hooks.add(context.registerService(type, hook, null));
    }

    private static UnsignedPolicy policy(String name) {
        return UnsignedPolicy.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setDatabase(Database added) {
        database.set(added);
    }

    void unsetDatabase(Database removed) {
        database.unset(removed);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setSchemas(GuestSchemas added) {
        schemas.set(added);
    }

    void unsetSchemas(GuestSchemas removed) {
        schemas.unset(removed);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(PluginListener listener) {
        announcer.add(listener);
    }

    void removeListener(PluginListener listener) {
        announcer.remove(listener);
    }

    @Override
    public Optional<String> waitingFor() {
        int left = firstStart.left();
        return left == 0 ? Optional.empty() : Optional.of("the start of " + left + " plugins");
    }

    // --- what is there ----------------------------------------------------------------------------------------------

    @Override
    public List<PluginStatus> list() {
        return plugins.values().stream()
                .flatMap(plugin -> plugin.status().stream())
                .toList();
    }

    @Override
    public Optional<PluginStatus> status(String id) {
        return Optional.ofNullable(plugins.get(id)).flatMap(InstalledPlugin::status);
    }

    @Override
    public PluginInspection inspect(Path file) throws PluginException {
        PluginArchive archive = reader.read(file);
        PluginInspection inspection = trust.inspect(archive);
        return new PluginInspection(
                inspection.descriptor(),
                inspection.bytes(),
                inspection.sha256(),
                inspection.signature(),
                inspection.findings(),
                List.copyOf(toApprove(inspection)));
    }

    /** What was approved of an earlier version need not be approved again. */
    private Set<String> toApprove(PluginInspection inspection) {
        Set<String> open = new LinkedHashSet<>(inspection.approvals());
        Optional.ofNullable(plugins.get(inspection.descriptor().id()))
                .flatMap(InstalledPlugin::state)
                .ifPresent(state -> open.removeAll(state.approved()));
        return open;
    }

    @Override
    public Optional<byte[]> panelFile(String id, String path) {
        return Optional.ofNullable(plugins.get(id))
                .flatMap(InstalledPlugin::running)
                .map(Running::archive)
                .flatMap(archive -> archive.descriptor().panel().flatMap(page -> {
                    String folder = page.substring(0, page.lastIndexOf('/') + 1);
                    return archive.entry(path.isEmpty() ? page : folder + path);
                }));
    }

    @Override
    public List<LeftOver> leftOvers() {
        return leaks.leftOvers();
    }

    // --- operations -------------------------------------------------------------------------------------------------

    @Override
    public PluginStatus install(Path file, Set<String> approvals, PluginListener progress)
            throws PluginException, InterruptedException {
        PluginArchive archive;
        PluginInspection inspection;
        String id = "";
        try {
            archive = reader.read(file);
            id = archive.descriptor().id();
            announcer.tell(progress, new PluginEvent.Received(id, words("received", archive.descriptor())));
            inspection = trust.inspect(archive);
            refuseUnapproved(inspection, approvals);
            trust.approve(archive, approvals.contains("*") ? inspection.approvals() : approvals);
            announcer.tell(progress, new PluginEvent.Verified(id, words("verified", archive.descriptor()), inspection));
        } catch (PluginException refused) {
            announcer.tell(progress, new PluginEvent.Failed(id, refused.reasons(), refused.code()));
            throw refused;
        }
        InstalledPlugin plugin = plugin(id);
        return inTurn(plugin, progress, () -> {
            refusePinned(plugin, archive.descriptor());
            Path kept = store.keep(plugin.id, file, archive.sha256());
            InstalledVersion version = new InstalledVersion(
                    archive.descriptor().version(),
                    kept.getFileName().toString(),
                    archive.sha256(),
                    inspection.signature(),
                    inspection.findings(),
                    clock.instant());
            Optional<PluginState> before = plugin.state();
            Set<String> approved = new HashSet<>(inspection.approvals());
            before.ifPresent(state -> approved.addAll(state.approved()));
            PluginState next = before.map(state -> state.promoted(version, earlier(state, version)))
                    .orElseGet(() -> PluginState.first(version))
                    .approved(approved);
            lifecycle.promote(plugin, archive, next, progress);
        });
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

    private void refusePinned(InstalledPlugin plugin, PluginDescriptor offered) throws PluginException {
        Optional<PluginState> state = plugin.state().filter(PluginState::pinned);
        if (state.isPresent() && !state.get().current().version().equals(offered.version())) {
            throw texts.refusal(
                    "pinned",
                    Map.of("plugin", plugin.id, "version", state.get().current().version()));
        }
    }

    /** The versions to keep beside a new one, the one it replaces first. */
    private List<InstalledVersion> earlier(PluginState state, InstalledVersion next) {
        List<InstalledVersion> earlier = new ArrayList<>(state.earlier());
        earlier.addFirst(state.current());
        earlier.removeIf(old -> old.sha256().equals(next.sha256()));
        return earlier.subList(0, Math.min(earlier.size(), config.keep_versions()));
    }

    @Override
    public PluginStatus rollBack(String id, Optional<String> version, PluginListener progress)
            throws PluginException, InterruptedException {
        InstalledPlugin plugin = known(id);
        return inTurn(plugin, progress, () -> {
            PluginState state = plugin.state().orElseThrow(() -> unknown(id));
            InstalledVersion back = state.earlier().stream()
                    .filter(old -> version.isEmpty() || old.version().equals(version.get()))
                    .findFirst()
                    .orElseThrow(() -> texts.refusal(
                            "earlier.unknown",
                            Map.of(
                                    "plugin", id,
                                    "version", version.orElse("–"),
                                    "versions",
                                            String.join(
                                                    ", ",
                                                    state.earlier().stream()
                                                            .map(InstalledVersion::version)
                                                            .toList()))));
            List<InstalledVersion> others = new ArrayList<>(state.earlier());
            others.remove(back);
            others.addLast(state.current());
            PluginArchive archive = lifecycle.archive(id, back);
            lifecycle.promote(plugin, archive, state.promoted(back, others), progress);
            announcer.tell(
                    progress,
                    new PluginEvent.RolledBack(id, words("rolledback", archive.descriptor()), back.version()));
        });
    }

    @Override
    public PluginStatus enable(String id, boolean enabled, PluginListener progress)
            throws PluginException, InterruptedException {
        InstalledPlugin plugin = known(id);
        return inTurn(plugin, progress, () -> {
            PluginState state = plugin.state().orElseThrow(() -> unknown(id)).enabled(enabled);
            if (!enabled) {
                lifecycle.save(plugin, state);
                lifecycle.withdraw(plugin, progress);
            } else if (plugin.running().isEmpty()) {
                lifecycle.promote(plugin, lifecycle.archive(id, state.current()), state, progress);
            }
            announcer.tell(progress, new PluginEvent.Changed(id, named(enabled ? "enabled" : "disabled", id)));
        });
    }

    @Override
    public PluginStatus pin(String id, boolean pinned) throws PluginException, InterruptedException {
        InstalledPlugin plugin = known(id);
        return inTurn(plugin, NOBODY, () -> {
            lifecycle.save(plugin, plugin.state().orElseThrow(() -> unknown(id)).pinned(pinned));
            announcer.tell(NOBODY, new PluginEvent.Changed(id, named(pinned ? "pinned.on" : "pinned.off", id)));
        });
    }

    @Override
    public void uninstall(String id, boolean withData, PluginListener progress)
            throws PluginException, InterruptedException {
        InstalledPlugin plugin = known(id);
        plugin.turn.lockInterruptibly();
        try {
            PluginState state = plugin.state().orElseThrow(() -> unknown(id));
            store.remove(id);
            lifecycle.withdraw(plugin, progress);
            plugin.remember(null);
            plugins.remove(id, plugin);
            storage.forget(id);
            if (withData) {
                guestServices.delete(id);
            }
            announcer.tell(
                    progress,
                    new PluginEvent.Removed(
                            id, named("uninstalled", id), state.current().version()));
        } catch (IOException failure) {
            throw texts.refusal("disk", Map.of("reason", String.valueOf(failure.getMessage())), failure);
        } finally {
            plugin.turn.unlock();
        }
    }

    @Override
    public List<SettingField> fields(String id) throws PluginException {
        InstalledPlugin plugin = known(id);
        Map<String, Object> set = plugin.state().map(PluginState::settings).orElse(Map.of());
        return plugin.running()
                .map(running -> settings.fields(running.generation().bundles(), set))
                .orElse(List.of());
    }

    /** The plugin is replaced by itself with other settings, so that no turn meets it half configured. */
    @Override
    public PluginStatus configure(String id, Map<String, Object> values) throws PluginException, InterruptedException {
        InstalledPlugin plugin = known(id);
        return inTurn(plugin, NOBODY, () -> {
            Running running = plugin.running().orElseThrow(() -> texts.refusal("off", Map.of("plugin", id)));
            PluginState state = plugin.state().orElseThrow(() -> unknown(id));
            Map<String, Object> changed = settings.changed(running.generation().bundles(), state.settings(), values);
            lifecycle.promote(plugin, running.archive(), state.settings(changed), NOBODY);
            announcer.tell(NOBODY, new PluginEvent.Changed(id, named("configured", id)));
        });
    }

    @Override
    public void keepSecret(String id, String name, String text) throws PluginException {
        InstalledPlugin plugin = known(id);
        boolean asked = plugin.status()
                .map(PluginStatus::descriptor)
                .filter(descriptor ->
                        descriptor.permitted(Permission.Kind.SECRET).contains(name))
                .isPresent();
        if (!asked) {
            throw texts.refusal("secret.unknown", Map.of("plugin", id, "name", name));
        }
        try {
            guestServices.keepSecret(id, name, text);
        } catch (IOException failure) {
            throw texts.refusal("disk", Map.of("reason", String.valueOf(failure.getMessage())), failure);
        }
    }

    @Override
    public List<String> keptSecrets(String id) throws PluginException {
        return guestServices.secrets(known(id).id);
    }

    // --- the steps --------------------------------------------------------------------------------------------------

    private interface Operation {
        void run() throws PluginException, IOException, InterruptedException;
    }

    private PluginStatus inTurn(InstalledPlugin plugin, PluginListener progress, Operation operation)
            throws PluginException, InterruptedException {
        plugin.turn.lockInterruptibly();
        try {
            operation.run();
            return plugin.status().orElseThrow(() -> unknown(plugin.id));
        } catch (PluginException refused) {
            announcer.tell(progress, new PluginEvent.Failed(plugin.id, refused.reasons(), refused.code()));
            throw refused;
        } catch (IOException failure) {
            PluginException refused =
                    texts.refusal("disk", Map.of("reason", String.valueOf(failure.getMessage())), failure);
            announcer.tell(progress, new PluginEvent.Failed(plugin.id, refused.reasons(), refused.code()));
            throw refused;
        } finally {
            tidy(plugin);
            plugin.turn.unlock();
        }
    }

    private void tidy(InstalledPlugin plugin) {
        try {
            store.tidy(plugin.id);
            if (plugin.state().isEmpty()) {
                plugins.remove(plugin.id, plugin);
            }
        } catch (IOException failure) {
            log.warn("What the operation on the plugin {} has left was not deleted", plugin.id, failure);
        }
    }

    private InstalledPlugin plugin(String id) {
        return plugins.computeIfAbsent(id, added -> new InstalledPlugin(added, new GuardedServices(added, context)));
    }

    private InstalledPlugin known(String id) throws PluginException {
        InstalledPlugin plugin = plugins.get(id);
        if (plugin == null || plugin.state().isEmpty()) {
            throw unknown(id);
        }
        return plugin;
    }

    private PluginException unknown(String id) {
        return texts.refusal("unknown", Map.of("plugin", id));
    }

    private Map<Language, String> words(String key, PluginDescriptor descriptor) {
        return texts.in(key, Map.of("plugin", descriptor.id(), "version", descriptor.version()));
    }

    private Map<Language, String> named(String key, String id) {
        return texts.in(key, Map.of("plugin", id));
    }

    @Deactivate
    void deactivate() throws Exception {
        supervisor.end();
        resources.close();
        storage.close();
        for (AutoCloseable gauge : gauges) {
            gauge.close();
        }
        for (InstalledPlugin plugin : plugins.values()) {
            plugin.turn.lock();
            try {
                Optional<Running> running = plugin.running();
                plugin.runs(null);
                if (running.isPresent()) {
                    skills.prepare(List.of(), running.get().skills()).commit();
                    lifecycle.discard(running.get().generation());
                }
            } finally {
                plugin.turn.unlock();
            }
        }
        hooks.reversed().forEach(ServiceRegistration::unregister);
    }
}
