package io.liying.sdk.test;

import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginContext;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginHttp;
import io.liying.plugin.api.PluginScheduler;
import io.liying.plugin.api.PluginStore;
import io.liying.plugin.api.PluginTables;
import io.liying.plugin.api.PluginTopics;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** What a plugin is given in a script: everything in memory, the script's clock and the script's web. */
final class ScriptedContext implements PluginContext {

    private final PluginDescriptor descriptor;
    private final Path folder;
    private final Script script;
    private final Clock clock;
    private final PluginStore store = new MemoryStore();
    private final ClockedScheduler scheduler;
    private final ScriptedTables tables;
    private final ScriptedTopics topics;

    /** @param jar the plugin's file */
    ScriptedContext(PluginDescriptor descriptor, Path jar, Path folder, Script script, Clock clock) {
        this.tables = new ScriptedTables(jar);
        this.topics = new ScriptedTopics(descriptor);
        this.descriptor = descriptor;
        this.folder = folder;
        this.script = script;
        this.clock = clock;
        this.scheduler = new ClockedScheduler(clock);
    }

    @Override
    public PluginDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public PluginStore store() {
        return store;
    }

    @Override
    public PluginTables tables() {
        return tables;
    }

    @Override
    public PluginTopics topics() {
        return topics;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public PluginHttp http() {
        return new ScriptedHttp(descriptor, script.web());
    }

    @Override
    public Optional<String> secret(String name) {
        boolean permitted = descriptor.permitted(Permission.Kind.SECRET).contains(name);
        return permitted ? Optional.ofNullable(script.secrets().get(name)) : Optional.empty();
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public PluginScheduler scheduler() {
        return scheduler;
    }

    void close() throws SQLException {
        tables.close();
    }

    void runDue() {
        scheduler.runDue();
    }

    private static final class MemoryStore implements PluginStore {

        private final Map<String, String> values = new ConcurrentSkipListMap<>();

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public void put(String key, String value) {
            values.put(key, value);
        }

        @Override
        public void remove(String key) {
            values.remove(key);
        }

        @Override
        public List<String> keys(String prefix) {
            return values.keySet().stream()
                    .filter(key -> key.startsWith(prefix))
                    .toList();
        }
    }
}
