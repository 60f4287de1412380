package io.liying.plugin.core;

import io.liying.i18n.api.MessageCatalogs;
import io.liying.monitor.api.Meters;
import io.liying.plugin.api.LeftOver;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginContext;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.Plugins;
import io.liying.plugin.api.SettingField;
import io.liying.plugin.core.InstalledPlugin.Running;
import io.liying.plugin.core.archive.ArchiveLimits;
import io.liying.plugin.core.archive.ArchiveReader;
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
import io.liying.plugin.core.life.Health;
import io.liying.plugin.core.life.LeakWatch;
import io.liying.plugin.core.life.Texts;
import io.liying.plugin.core.state.PluginState;
import io.liying.plugin.core.state.StateStore;
import io.liying.plugin.core.trust.TrustStore;
import io.liying.runtime.api.Readiness;
import io.liying.skill.api.host.SkillHost;
import io.liying.storage.api.Database;
import io.liying.storage.api.GuestSchemas;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** What may be asked of plugins; {@link Lifecycle} takes the steps, {@link Supervisor} watches what answers. */
@Component(
        service = {Plugins.class, Readiness.class},
        immediate = true,
        configurationPid = "io.liying.plugins")
@Designate(ocd = PluginsConfig.class)
public final class PluginManager implements Plugins, Readiness {

    private final BundleContext context;
    private final SkillHost skills;
    private final Texts texts;
    private final Settings settings;
    private final LeakWatch leaks;
    private final Announcer announcer = new Announcer();
    private final DatabaseGuestServices guestServices;
    private final Provided<Database> database = new Provided<>();
    private final Provided<GuestSchemas> schemas = new Provided<>();
    private final InstalledPlugins plugins;
    private final List<ServiceRegistration<?>> hooks = new ArrayList<>();
    private final List<AutoCloseable> gauges;
    private final ResourceGuard resources;
    private final StorageGuard storage;
    private final Admission admission;
    private final Lifecycle lifecycle;
    private final Operations operations;
    private final Supervisor supervisor;
    private final FirstStart firstStart;

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
        this.skills = skills;
        this.texts = new Texts(catalogs.of(PluginManager.class));
        this.plugins = new InstalledPlugins(context, texts);
        String property = context.getProperty("liying.data");
        Path data = Path.of(property == null ? "data" : property).toAbsolutePath();
        ArchiveReader reader = new ArchiveReader(ArchiveLimits.STANDARD, catalogs);
        TrustStore publishers = new TrustStore(data.resolve("security/publishers"));
        this.admission = new Admission(reader, publishers, catalogs, plugins, announcer, texts, config);
        StateStore store = new StateStore(data.resolve("plugins/installed"));
        SecretBox secrets = new SecretBox(data.resolve("security/secrets.key"));
        this.settings = new Settings(configurations, metatypes, secrets, texts);
        this.leaks = new LeakWatch(clock, data.resolve("plugins/diagnostics"));
        this.guestServices = new DatabaseGuestServices(database, schemas, secrets, data.resolve("plugins/data"), clock);
        this.gauges = gauges(meters);
        this.resources = new ResourceGuard(limits(config), greed());
        this.storage = new StorageGuard(guestServices, config.storage_seconds(), this::tooFull);
        ContextFactory contexts = new ContextFactory();
        Lifecycle.House house = new Lifecycle.House(
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
                clock);
        this.lifecycle = new Lifecycle(house, config, this::watch);
        this.operations = new Operations(plugins, admission, lifecycle, house, guestServices, config);
        this.supervisor = new Supervisor(
                lifecycle, announcer, texts, config, id -> operations.rollBack(id, Optional.empty(), Announcer.NOBODY));
        hook(FindHook.class, new Visibility(context));
        hook(EventListenerHook.class, new Visibility(context));
        hook(ResolverHookFactory.class, new Wiring());
        hook(WeavingHook.class, new GuestWeaver());
        hooks.add(context.registerService(PluginContext.class, contexts, null));
        settings.forgetAll();
        this.firstStart = new FirstStart(lifecycle, supervisor, store, texts, config.failed_starts());
        firstStart.run(context, plugins::of);
    }

    private List<AutoCloseable> gauges(Meters meters) {
        return List.of(
                meters.gauge(
                        "liying_plugin_generations_left",
                        "Replaced versions of plugins whose classes are still in memory.",
                        leaks::count),
                meters.gauge(
                        "liying_plugins_quarantined",
                        "Plugins that were set aside.",
                        () -> plugins.all().stream()
                                .filter(InstalledPlugin::isQuarantined)
                                .count()));
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
                plugins.find(id).ifPresent(plugin -> supervisor.tooGreedy(plugin, threads, megabytes));
            }

            @Override
            public void hoarding(String id, ThreadGroup threads, long megabytes) {
                plugins.find(id).ifPresent(plugin -> supervisor.tooHoarding(plugin, threads, megabytes));
            }

            @Override
            public void crowded(String id, ThreadGroup threads, int count) {
                plugins.find(id).ifPresent(plugin -> supervisor.tooCrowded(plugin, threads, count));
            }
        };
    }

    private void tooFull(String id, long bytes, long limitBytes) {
        plugins.find(id).ifPresent(plugin -> supervisor.tooFull(plugin, bytes, limitBytes));
    }

    /** Changed limits and policies count from now on; no plugin is touched. */
    @Modified
    void modified(PluginsConfig changed) {
        admission.modified(changed);
        operations.modified(changed);
        resources.limit(limits(changed));
        storage.every(changed.storage_seconds());
        lifecycle.modified(changed);
        supervisor.modified(changed);
    }

    private <T> void hook(Class<T> type, T hook) {
        hooks.add(context.registerService(type, hook, null));
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
        return plugins.all().stream()
                .flatMap(plugin -> plugin.status().stream())
                .toList();
    }

    @Override
    public Optional<PluginStatus> status(String id) {
        return plugins.find(id).flatMap(InstalledPlugin::status);
    }

    @Override
    public PluginInspection inspect(Path file) throws PluginException {
        return admission.inspect(file);
    }

    @Override
    public Optional<byte[]> panelFile(String id, String path) {
        return plugins.find(id)
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
        return operations.install(file, approvals, progress);
    }

    @Override
    public PluginStatus rollBack(String id, Optional<String> version, PluginListener progress)
            throws PluginException, InterruptedException {
        return operations.rollBack(id, version, progress);
    }

    @Override
    public PluginStatus enable(String id, boolean enabled, PluginListener progress)
            throws PluginException, InterruptedException {
        return operations.enable(id, enabled, progress);
    }

    @Override
    public PluginStatus pin(String id, boolean pinned) throws PluginException, InterruptedException {
        return operations.pin(id, pinned);
    }

    @Override
    public void uninstall(String id, boolean withData, PluginListener progress)
            throws PluginException, InterruptedException {
        operations.uninstall(id, withData, progress);
    }

    @Override
    public List<SettingField> fields(String id) throws PluginException {
        InstalledPlugin plugin = plugins.known(id);
        Map<String, Object> set = plugin.state().map(PluginState::settings).orElse(Map.of());
        return plugin.running()
                .map(running -> settings.fields(running.generation().bundles(), set))
                .orElse(List.of());
    }

    @Override
    public PluginStatus configure(String id, Map<String, Object> values) throws PluginException, InterruptedException {
        return operations.configure(id, values);
    }

    @Override
    public void keepSecret(String id, String name, String text) throws PluginException {
        InstalledPlugin plugin = plugins.known(id);
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
        return guestServices.secrets(plugins.known(id).id);
    }

    @Deactivate
    void deactivate() throws Exception {
        supervisor.end();
        resources.close();
        storage.close();
        for (AutoCloseable gauge : gauges) {
            gauge.close();
        }
        for (InstalledPlugin plugin : plugins.all()) {
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
