package io.liying.sdk.test;

import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginTopics;
import java.util.function.Consumer;

/** In a script the plugin is alone: nobody hears it, and it hears nobody; the permission is checked as in a real house. */
final class ScriptedTopics implements PluginTopics {

    private final PluginDescriptor descriptor;

    ScriptedTopics(PluginDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public void publish(String topic, String text) {
        // nobody listens
    }

    @Override
    public Subscription subscribe(String plugin, String topic, Consumer<Notice> listener) {
        if (!descriptor.permitted(Permission.Kind.EVENTS).contains(plugin)) {
            throw new SecurityException("the plugin \"" + descriptor.id()
                    + "\" has no permission for the events of the plugin \"" + plugin + '"');
        }
        return () -> {};
    }
}
