package io.liying.storage.core;

import io.liying.storage.api.DatabaseEngine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the engine that understands the configured address, then publishes it. It does so on a thread of its own, so
 * that the database opens while the other bundles start. Engines that come or go beside the chosen one change nothing.
 */
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.liying.storage.core.SelectedEngine\"",
        effective = "active")
@Component(
        service = {},
        immediate = true,
        configurationPid = "io.liying.database")
@Designate(ocd = DatabaseConfig.class)
public final class EngineSelection {

    private static final Logger LOG = LoggerFactory.getLogger(EngineSelection.class);

    private final BundleContext context;
    private final DatabaseSettings settings;
    private final Path dataFolder;
    private @Nullable DatabaseEngine chosen;
    private @Nullable CompletableFuture<ServiceRegistration<SelectedEngine>> published;

    @Activate
    public EngineSelection(BundleContext context, DatabaseConfig config) {
        this(
                context,
                DatabaseSettings.of(config),
                Path.of(Optional.ofNullable(context.getProperty("liying.data")).orElse("data")));
    }

    EngineSelection(BundleContext context, DatabaseSettings settings, Path dataFolder) {
        this.context = context;
        this.settings = settings;
        this.dataFolder = dataFolder.toAbsolutePath();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addEngine(DatabaseEngine engine) {
        if (chosen != null) {
            return;
        }
        String url = url(engine);
        if (!engine.accepts(url)) {
            LOG.info("{} does not understand {}; waiting for another engine", engine.getClass(), url);
            return;
        }
        chosen = engine;
        SelectedEngine selected = new SelectedEngine(engine, settings.withUrl(url));
        CompletableFuture<ServiceRegistration<SelectedEngine>> registration = new CompletableFuture<>();
        published = registration;
        Thread.ofPlatform().name("liying-database-open").daemon().start(() -> {
            try {
                registration.complete(context.registerService(SelectedEngine.class, selected, null));
            } catch (RuntimeException stopping) {
                registration.completeExceptionally(stopping);
            }
        });
    }

    private String url(DatabaseEngine engine) {
        return settings.url().isEmpty() ? engine.embeddedUrl(dataFolder).orElse("") : settings.url();
    }

    synchronized void removeEngine(DatabaseEngine engine) {
        if (engine == chosen) {
            withdraw();
        }
    }

    @Deactivate
    synchronized void withdraw() {
        CompletableFuture<ServiceRegistration<SelectedEngine>> registration = published;
        chosen = null;
        published = null;
        if (registration != null) {
            registration
                    .handle((service, failure) -> {
                        if (service != null) {
                            service.unregister();
                        } else {
                            LOG.debug("The engine was not published", failure);
                        }
                        return service;
                    })
                    .join();
        }
    }
}
