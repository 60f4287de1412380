package io.liying.plugin.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.core.guest.GuestServices;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StorageGuardTest {

    private final AtomicLong kept = new AtomicLong();
    private final List<String> alarms = new ArrayList<>();
    private final GuestServices services = (GuestServices) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {GuestServices.class}, (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("keptBytes");
                return kept.get();
            });

    @Test
    void a_plugin_that_keeps_more_than_twice_what_it_may_is_reported_once() {
        try (StorageGuard guard = new StorageGuard(
                services, 3600, (plugin, bytes, limit) -> alarms.add(plugin + " " + bytes + " of " + limit))) {
            guard.watch(new PluginDescriptor(
                    "glutton", "1.0.0", Map.of(), Map.of(), "", "", "", Set.of(), List.of(), Optional.empty()));

            kept.set(2 << 20);
            guard.look();
            assertThat(alarms).isEmpty();
            kept.set((2 << 20) + 1);
            guard.look();
            guard.look();

            assertThat(alarms).containsExactly("glutton 2097153 of 1048576");
        }
    }
}
