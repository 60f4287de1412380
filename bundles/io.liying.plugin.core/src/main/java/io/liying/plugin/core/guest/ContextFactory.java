package io.liying.plugin.core.guest;

import io.liying.plugin.api.PluginContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Gives each bundle of a plugin the context of its generation, and others nothing. */
public final class ContextFactory implements ServiceFactory<PluginContext> {

    private final Map<String, GuestContext> contexts = new ConcurrentHashMap<>();

    /** @param generation as {@link GuestBundles#generation} names it */
    public void add(String generation, GuestContext context) {
        contexts.put(generation, context);
    }

    public void remove(String generation) {
        GuestContext context = contexts.remove(generation);
        if (context != null) {
            context.close();
        }
    }

    @Override
    public @Nullable PluginContext getService(Bundle bundle, ServiceRegistration<PluginContext> registration) {
        return GuestBundles.generation(bundle).map(contexts::get).orElse(null);
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<PluginContext> registration, PluginContext context) {
        // it ends with its generation
    }
}
