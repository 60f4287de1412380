package io.liying.storage.core;

import io.liying.storage.api.Durability;
import java.time.Duration;

/**
 * How the database is opened.
 *
 * @param poolSize connections for reading at most
 * @param queueCapacity writes that may wait
 * @param connectLimit how long a reader waits for a free connection
 */
public record DatabaseSettings(
        String url,
        String user,
        String password,
        Durability durability,
        int poolSize,
        int queueCapacity,
        Duration connectLimit) {

    public DatabaseSettings {
        within("database.pool_size", poolSize, 1, 64);
        within("database.queue_capacity", queueCapacity, 64, 1_000_000);
        within("database.connect_seconds", connectLimit.toSeconds(), 1, 300);
    }

    /** The defaults at an address. */
    public static DatabaseSettings at(String url, Durability durability) {
        return new DatabaseSettings(url, "liying", "", durability, 8, 10_000, Duration.ofSeconds(10));
    }

    static DatabaseSettings of(DatabaseConfig config) {
        return new DatabaseSettings(
                config.url().strip(),
                config.user(),
                config._password(),
                durability(config.durability()),
                config.pool_size(),
                config.queue_capacity(),
                Duration.ofSeconds(config.connect_seconds()));
    }

    DatabaseSettings withUrl(String other) {
        return new DatabaseSettings(other, user, password, durability, poolSize, queueCapacity, connectLimit);
    }

    private static Durability durability(String name) {
        return switch (name) {
            case "process" -> Durability.PROCESS;
            case "power" -> Durability.POWER;
            default ->
                throw new IllegalArgumentException(
                        "database.durability is \"" + name + "\"; it must be process or power");
        };
    }

    private static void within(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(key + " is " + value + "; it must be " + min + " to " + max);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user + ", durability " + durability;
    }
}
