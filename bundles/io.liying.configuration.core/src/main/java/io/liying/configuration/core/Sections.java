package io.liying.configuration.core;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Hands sections to Configuration Admin, which may still hold those of an earlier run. */
final class Sections {

    private final ConfigurationAdmin admin;

    Sections(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /**
     * Makes Configuration Admin hold exactly these properties; what is the same already is not touched.
     *
     * @param names of all sections; one without properties gets no configuration
     * @param wanted the properties of each section
     */
    void put(Collection<String> names, Map<String, Map<String, Object>> wanted) throws IOException {
        Map<String, Configuration> present = present();
        for (String name : names) {
            Configuration configuration = present.get(YamlConfigurations.PID_PREFIX + name);
            Map<String, Object> properties = wanted.getOrDefault(name, Map.of());
            if (properties.isEmpty()) {
                if (configuration != null) {
                    configuration.delete();
                }
            } else if (configuration == null) {
                admin.getConfiguration(YamlConfigurations.PID_PREFIX + name, "?")
                        .update(new Hashtable<>(properties));
            } else if (!same(properties, configuration.getProperties())) {
                configuration.update(new Hashtable<>(properties));
            }
        }
    }

    private Map<String, Configuration> present() throws IOException {
        Map<String, Configuration> present = new HashMap<>();
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + YamlConfigurations.PID_PREFIX + "*)");
            for (Configuration configuration : found == null ? new Configuration[0] : found) {
                present.put(configuration.getPid(), configuration);
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        return present;
    }

    private static boolean same(Map<String, Object> wanted, @Nullable Dictionary<String, Object> present) {
        if (present == null) {
            return false;
        }
        List<String> keys = Collections.list(present.keys()).stream()
                .filter(key -> !key.startsWith("service."))
                .toList();
        return keys.size() == wanted.size()
                && keys.stream().allMatch(key -> Objects.deepEquals(wanted.get(key), present.get(key)));
    }
}
