package io.liying.http.core;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.TimeUnit;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Turns the section {@code api} into the settings of Felix HTTP, which then starts or restarts Jetty. */
@Component(service = JettySettings.class, immediate = true, configurationPid = "io.liying.api")
@Designate(ocd = ApiConfig.class)
public final class JettySettings {

    private static final String FELIX_PID = "org.apache.felix.http";

    @Activate
    public JettySettings(@Reference ConfigurationAdmin configurations, ApiConfig config) throws IOException {
        configurations.getConfiguration(FELIX_PID, "?").updateIfDifferent(felix(config));
    }

    static Dictionary<String, Object> felix(ApiConfig config) {
        Dictionary<String, Object> settings = new Hashtable<>();
        settings.put("org.apache.felix.http.enable", true);
        settings.put("org.apache.felix.https.enable", false);
        settings.put("org.apache.felix.http.host", config.host());
        settings.put("org.osgi.service.http.port", config.port());
        settings.put("org.apache.felix.http.timeout", (int) TimeUnit.SECONDS.toMillis(config.idle_seconds()));
        settings.put("org.apache.felix.http.jetty.headerBufferSize", config.max_header_bytes());
        settings.put("org.apache.felix.http.jetty.maxFormSize", 0);
        settings.put("org.apache.felix.http.jetty.sendServerHeader", false);
        settings.put("org.apache.felix.http.jetty.virtualthreads.enable", true);
        settings.put("org.apache.felix.http.jetty.acceptors", 1);
        settings.put("org.apache.felix.jetty.gziphandler.enable", false);
        settings.put("org.apache.felix.jetty.websocket.enable", true);
        return settings;
    }
}
