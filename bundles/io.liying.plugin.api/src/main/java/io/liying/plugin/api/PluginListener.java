package io.liying.plugin.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears the steps of operations on plugins; registered as an OSGi service to hear all of them. */
@ConsumerType
@FunctionalInterface
public interface PluginListener {

    /** Called by the thread that works on the plugin: return soon. */
    void changed(PluginEvent event);
}
