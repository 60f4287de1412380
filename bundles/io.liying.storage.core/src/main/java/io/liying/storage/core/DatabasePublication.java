package io.liying.storage.core;

import io.liying.storage.api.Database;
import io.liying.storage.api.GuestSchemas;
import io.liying.storage.api.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the database and publishes it once it works: registered by hand, so that nobody ever gets one that does not. */
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.liying.storage.api.Database\"",
        effective = "active")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.liying.storage.api.GuestSchemas\"",
        effective = "active")
@Component(
        service = {},
        immediate = true)
public final class DatabasePublication {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasePublication.class);

    /** Not while the other bundles start: they need the processor more. */
    private static final int WARM_SECONDS = 2;

    private final GroupedDatabase database;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @Activate
    public DatabasePublication(BundleContext context, @Reference SelectedEngine selected) {
        database = open(selected);
        registrations.add(context.registerService(Database.class, database, null));
        database.guests()
                .ifPresent(guests -> registrations.add(context.registerService(GuestSchemas.class, guests, null)));
        LOG.info("Database {}", selected.settings());
        CompletableFuture.delayedExecutor(WARM_SECONDS, TimeUnit.SECONDS).execute(this::warm);
    }

    private void warm() {
        try {
            database.warm();
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("The pool of connections is not ready: {}", failure.getMessage());
        }
    }

    /** The start-up report shows the innermost cause, so the sentence for the person must be the innermost one. */
    private static GroupedDatabase open(SelectedEngine selected) {
        try {
            return GroupedDatabase.open(selected.engine(), selected.settings());
        } catch (StorageException failure) {
            LOG.debug("The database does not open", failure);
            throw new StorageException(String.valueOf(failure.getMessage()));
        }
    }

    /** First the users of the database stop, then it writes what still waits. */
    @Deactivate
    void close() {
        registrations.reversed().forEach(ServiceRegistration::unregister);
        database.close();
    }
}
