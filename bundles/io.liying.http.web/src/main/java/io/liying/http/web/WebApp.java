package io.liying.http.web;

import jakarta.servlet.Servlet;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;

/**
 * Serves the browser app at {@code /} as long as this bundle is active. The servlet is registered by hand, because the
 * pattern of the root is an empty string, which a component description loses.
 */
@Component(service = {})
@RequireHttpWhiteboard
public final class WebApp {

    static final String[] PATTERNS = {"", "/app/*", "/lib/*"};

    private final ServiceRegistration<Servlet> registration;

    @Activate
    public WebApp(BundleContext context) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "io.liying.http.web");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, PATTERNS);
        registration = context.registerService(Servlet.class, new FileServlet(new StaticFiles()), properties);
    }

    @Deactivate
    void stop() {
        registration.unregister();
    }
}
