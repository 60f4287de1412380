package io.liying.storage.api;

import java.util.List;

/**
 * The tables of a bundle and how they came to be.
 *
 * @param name lower-case, of letters and underscores; names the history table
 * @param migrations in ascending order of version; only ever add to the end
 */
public record Schema(String name, List<Migration> migrations) {

    /**
     * A step.
     *
     * @param version 1 and up
     * @param description a few words
     * @param sql standard SQL that H2 and PostgreSQL both accept, statements ended by semicolons
     */
    public record Migration(int version, String description, String sql) {}

    public Schema {
        if (!name.matches("[a-z][a-z_]*")) {
            throw new IllegalArgumentException(
                    "schema name \"" + name + "\" is not of lower-case letters and underscores");
        }
        migrations = List.copyOf(migrations);
    }
}
