package io.liying.plugin.core.life;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.liying.plugin.api.GuestDrivers;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.ResourceBundle;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back what a removed plugin has left with the JVM: MBeans, JDBC drivers, cached resource bundles, and its classes in
 * the type cache of the house's JSON library. Its threads and timers are ended by {@link ThreadEnder}; it cannot add
 * shutdown hooks.
 */
final class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private Sweeper() {}

    static void sweep(String plugin, Collection<ClassLoader> loaders) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : Leavings.beans(server, loaders)) {
            try {
                server.unregisterMBean(name);
                log.info("The MBean {} that the plugin {} has left behind is gone", name, plugin);
            } catch (JMException | RuntimeException failure) {
                log.warn("The MBean {} of the plugin {} stays", name, plugin, failure);
            }
        }
        for (ClassLoader loader : loaders) {
            int drivers = GuestDrivers.forget(loader);
            if (drivers > 0) {
                log.info("{} JDBC drivers that the plugin {} has left behind are gone", drivers, plugin);
            }
            ResourceBundle.clearCache(loader);
        }
        TypeFactory.defaultInstance().clearCache();
    }
}
