package io.liying.memory.store;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.memory.api.Fact;
import io.liying.memory.api.Memory;
import io.liying.memory.api.Preferences;
import io.liying.storage.api.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The memory of people in the database. Every statement names the person. */
@Component(configurationPid = "io.liying.conversation")
@Designate(ocd = MemoryConfig.class)
public final class DatabaseMemory implements Memory {

    private static final int LONGEST_FACT = 500;

    private final Rows rows;
    private final Clock clock;
    private final MemoryDocument document;
    private final PreferencesCache known = new PreferencesCache();
    private final ReentrantLock changing = new ReentrantLock();
    private volatile int mostFacts;

    @Activate
    public DatabaseMemory(
            MemoryConfig config,
            @Reference Database database,
            @Reference MessageCatalogs catalogs,
            @Reference Clock clock) {
        this(config.memory_facts(), database, catalogs, clock);
    }

    DatabaseMemory(int mostFacts, Database database, MessageCatalogs catalogs, Clock clock) {
        this.mostFacts = mostFacts;
        this.rows = new Rows(database);
        this.clock = clock;
        this.document = new MemoryDocument(catalogs, clock.getZone());
        database.migrate(MemoryTables.MEMORY);
    }

    @Modified
    void modified(MemoryConfig config) {
        mostFacts = config.memory_facts();
    }

    @Override
    public Optional<Fact> remember(String personId, Language language, String text) {
        String wanted = text.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_FACT) {
            throw new IllegalArgumentException(
                    "a fact has 1 to " + LONGEST_FACT + " characters, not " + wanted.length());
        }
        Instant at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        Fact fact = new Fact(UUID.randomUUID().toString(), wanted, language, at);
        AtomicBoolean kept = new AtomicBoolean();
        rows.write(connection -> {
            boolean room = count(connection, personId) < mostFacts;
            kept.set(room);
            if (room) {
                insert(connection, personId, fact);
            }
        });
        return kept.get() ? Optional.of(fact) : Optional.empty();
    }

    private static int count(Connection connection, String personId) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("select count(*) from memory_facts where person_id = ?")) {
            count.setString(1, personId);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void insert(Connection connection, String personId, Fact fact) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into memory_facts (id, person_id, language, text, created_at) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, fact.id());
            insert.setString(2, personId);
            insert.setString(3, fact.language().code());
            insert.setString(4, fact.text());
            insert.setObject(5, fact.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    @Override
    public List<Fact> facts(String personId) {
        return List.copyOf(rows.read(
                "select id, text, language, created_at from memory_facts where person_id = ? order by number desc",
                row -> new Fact(
                        row.getString(1),
                        row.getString(2),
                        Language.of(row.getString(3)).orElse(Language.ENGLISH),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                personId));
    }

    @Override
    public boolean forget(String personId, String factId) {
        return rows.change("delete from memory_facts where id = ? and person_id = ?", factId, personId) > 0;
    }

    @Override
    public Preferences preferences(String personId) {
        return known.of(personId, this::stored);
    }

    private Preferences stored(String personId) {
        return rows
                .read(
                        "select preferences from memory_preferences where person_id = ?",
                        row -> PreferencesJson.read(row.getString(1)),
                        personId)
                .stream()
                .findFirst()
                .orElse(Preferences.NONE);
    }

    @Override
    public void prefer(String personId, Preferences preferences) {
        String text = PreferencesJson.write(preferences);
        rows.write(connection -> {
            Rows.execute(connection, "delete from memory_preferences where person_id = ?", personId);
            Rows.execute(
                    connection,
                    "insert into memory_preferences (person_id, preferences) values (?, ?)",
                    personId,
                    text);
        });
        known.put(personId, preferences);
    }

    @Override
    public Preferences prefer(String personId, UnaryOperator<Preferences> change) {
        changing.lock();
        try {
            Preferences changed = change.apply(preferences(personId));
            prefer(personId, changed);
            return changed;
        } finally {
            changing.unlock();
        }
    }

    @Override
    public int forgetAll(String personId) {
        AtomicInteger forgotten = new AtomicInteger();
        rows.write(connection -> {
            forgotten.set(Rows.execute(connection, "delete from memory_facts where person_id = ?", personId));
            Rows.execute(connection, "delete from memory_preferences where person_id = ?", personId);
        });
        known.put(personId, Preferences.NONE);
        return forgotten.get();
    }

    @Override
    public String export(String personId, Language reader, Format format) {
        List<Fact> facts = facts(personId);
        return switch (format) {
            case JSON -> document.json(facts, preferences(personId));
            case MARKDOWN -> document.markdown(reader, facts, preferences(personId));
        };
    }
}
