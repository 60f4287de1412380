package io.liying.storage.core;

import io.liying.storage.api.Schema.Migration;
import io.liying.storage.api.StorageException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.migration.Change;
import org.apache.ibatis.migration.ConnectionProvider;
import org.apache.ibatis.migration.MigrationException;
import org.apache.ibatis.migration.MigrationLoader;
import org.apache.ibatis.migration.operations.UpOperation;
import org.apache.ibatis.migration.options.DatabaseOperationOption;

/** Applies migrations with the library; a class of its own, so that the library is loaded only when it is needed. */
final class PendingMigrations implements MigrationLoader {

    private final List<Migration> pending;

    private PendingMigrations(List<Migration> pending) {
        this.pending = pending;
    }

    static void run(ConnectionProvider connections, String table, String name, List<Migration> pending) {
        DatabaseOperationOption option = new DatabaseOperationOption();
        option.setChangelogTable(table);
        option.setStopOnError(true);
        option.setThrowWarning(false);
        option.setEscapeProcessing(false);
        option.setAutoCommit(false);
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new UpOperation().operate(connections, new PendingMigrations(pending), option, nowhere);
        } catch (MigrationException failure) {
            throw new StorageException(
                    "The tables \"" + name + "\" cannot be brought up to date: " + reason(failure), failure);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public List<Change> getMigrations() {
        List<Change> changes = new ArrayList<>();
        for (Migration migration : pending) {
            Change change = new Change(BigDecimal.valueOf(migration.version()));
            change.setDescription(Migrations.description(migration));
            change.setFilename("migration " + migration.version());
            changes.add(change);
        }
        return changes;
    }

    @Override
    public Reader getScriptReader(Change change, boolean undo) {
        return pending.stream()
                .filter(migration -> migration.version() == change.getId().intValue())
                .map(migration -> new StringReader(migration.sql()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Reader getBootstrapReader() {
        return Reader.nullReader();
    }

    @Override
    public Reader getOnAbortReader() {
        return Reader.nullReader();
    }
}
