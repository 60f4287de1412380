package io.liying.plugin.core.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.http.api.Response;
import io.liying.plugin.api.GuestDrivers;
import java.lang.management.ManagementFactory;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin leaves with the JVM, with classes of a loader of their own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SweeperTest {

    private static final String DRIVER = """
            package example.litter;
            import java.sql.*;
            import java.util.Properties;
            public final class OwnDriver implements Driver {
                @Override public Connection connect(String url, Properties info) { return null; }
                @Override public boolean acceptsURL(String url) { return url.equals("jdbc:litter"); }
                @Override public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
                    return new DriverPropertyInfo[0];
                }
                @Override public int getMajorVersion() { return 1; }
                @Override public int getMinorVersion() { return 0; }
                @Override public boolean jdbcCompliant() { return false; }
                @Override public java.util.logging.Logger getParentLogger() { return null; }
            }
            """;
    private static final String BEAN = """
            package example.litter;
            public final class Litter implements LitterMBean {
                @Override public int getPieces() { return 3; }
            }
            """;
    private static final String INTERFACE = """
            package example.litter;
            public interface LitterMBean {
                int getPieces();
            }
            """;

    @TempDir
    Path folder;

    @Test
    void mbeans_and_drivers_of_a_plugin_are_taken_away_and_others_stay() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        int before = server.getMBeanCount();
        try (URLClassLoader loader = load()) {
            ObjectName name = new ObjectName("example:type=Litter");
            server.registerMBean(Compiled.create(loader, "Litter"), name);
            GuestDrivers.registerDriver((Driver) Compiled.create(loader, "OwnDriver"));
            assertThat(drivers()).isEqualTo(1);
            assertThat(Leavings.beans(server, List.of(loader))).containsExactly(name);

            Sweeper.sweep("litter", List.of(loader));

            assertThat(server.isRegistered(name)).isFalse();
            assertThat(server.getMBeanCount()).isEqualTo(before);
            assertThat(drivers()).isZero();
        }
    }

    @Test
    void thread_locals_and_hooks_are_named_where_the_jdk_lets_them_be_seen() throws Exception {
        try (URLClassLoader loader = load()) {
            Object local = Compiled.create(loader, "Litter");
            CountDownLatch set = new CountDownLatch(1);
            CountDownLatch enough = new CountDownLatch(1);
            ThreadLocal<Object> locals = new ThreadLocal<>();
            Thread pooled = Thread.ofPlatform().start(() -> {
                locals.set(local);
                set.countDown();
                try {
                    enough.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            });
            set.await();

            boolean open = Thread.class.getModule().isOpen("java.lang", Leavings.class.getModule());
            List<String> found = Leavings.locals(pooled, owner -> owner == loader);
            enough.countDown();
            pooled.join();

            assertThat(found).isEqualTo(open ? List.of("example.litter.Litter") : List.of());
            assertThat(Leavings.hooks(owner -> owner == loader)).isEmpty();
        }
    }

    @Test
    void what_is_made_of_the_jdks_types_is_passed_on_as_it_is() {
        Map<String, Object> body = Map.of("eyes", List.of(1, 2), "total", 3);

        assertThat(PlainData.of(Response.ok(body))).isEqualTo(Response.ok(body));
        assertThat(PlainData.of(new Response.Empty())).isEqualTo(new Response.Empty());
    }

    private URLClassLoader load() throws Exception {
        return Compiled.load(folder, Map.of("OwnDriver", DRIVER, "Litter", BEAN, "LitterMBean", INTERFACE));
    }

    private static long drivers() {
        return DriverManager.drivers()
                .filter(driver -> {
                    try {
                        return driver.acceptsURL("jdbc:litter");
                    } catch (java.sql.SQLException refused) {
                        return false;
                    }
                })
                .count();
    }
}
