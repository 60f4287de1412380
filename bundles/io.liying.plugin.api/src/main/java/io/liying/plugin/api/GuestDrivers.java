package io.liying.plugin.api;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin's calls of {@link DriverManager#registerDriver} are replaced by when its classes are loaded: the driver
 * works as always, and the host can take it back. Not to be called by hand.
 */
public final class GuestDrivers {

    private static final List<Held> HELD = new CopyOnWriteArrayList<>();

    private GuestDrivers() {}

    /** In place of {@link DriverManager#registerDriver(Driver)}. */
    public static void registerDriver(Driver driver) throws SQLException {
        Held held = new Held(driver);
        DriverManager.registerDriver(held);
        HELD.add(held);
    }

    /** Takes the drivers of a class loader back; returns how many there were. */
    public static int forget(ClassLoader loader) {
        int count = 0;
        for (Iterator<Held> all = HELD.iterator(); all.hasNext(); ) {
            Held held = all.next();
            if (held.driver.getClass().getClassLoader() == loader) {
                try {
                    DriverManager.deregisterDriver(held);
                } catch (SQLException impossible) {
                    throw new IllegalStateException("a driver without a deregistration action", impossible);
                }
                HELD.remove(held);
                count++;
            }
        }
        return count;
    }

    /** Registered in the host's name: only who has registered a driver may take it back. */
    private static final class Held implements Driver {

        private final Driver driver;

        Held(Driver driver) {
            this.driver = driver;
        }

        @Override
        public @Nullable Connection connect(String url, Properties info) throws SQLException {
            return driver.connect(url, info);
        }

        @Override
        public boolean acceptsURL(String url) throws SQLException {
            return driver.acceptsURL(url);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
            return driver.getPropertyInfo(url, info);
        }

        @Override
        public int getMajorVersion() {
            return driver.getMajorVersion();
        }

        @Override
        public int getMinorVersion() {
            return driver.getMinorVersion();
        }

        @Override
        public boolean jdbcCompliant() {
            return driver.jdbcCompliant();
        }

        @Override
        public Logger getParentLogger() throws java.sql.SQLFeatureNotSupportedException {
            return driver.getParentLogger();
        }
    }
}
