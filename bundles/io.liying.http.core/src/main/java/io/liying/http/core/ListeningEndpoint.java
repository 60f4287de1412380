package io.liying.http.core;

import io.liying.runtime.api.Endpoint;
import io.liying.runtime.api.Readiness;
import jakarta.servlet.Servlet;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.RuntimeDTO;

/** Tells the address at which Jetty listens, and whether everything that is to be served there is. */
@Component(service = Readiness.class, immediate = true, configurationPid = "io.liying.api")
public final class ListeningEndpoint implements Readiness {

    private static final String PATTERN = "osgi.http.whiteboard.servlet.pattern";

    private final BundleContext context;
    private final HttpServiceRuntime runtime;
    private final String port;
    private final ServiceRegistration<Endpoint> registration;
    private volatile URI address;

    @Activate
    public ListeningEndpoint(BundleContext context, @Reference HttpServiceRuntime runtime, ApiConfig config) {
        this.context = context;
        this.runtime = runtime;
        this.port = port(context);
        this.address = address(config.host(), port);
        this.registration = context.registerService(Endpoint.class, () -> address, null);
    }

    /** Not injected: properties that are would replace this component whenever a servlet comes or goes. */
    private static String port(BundleContext context) {
        ServiceReference<HttpServiceRuntime> listening = context.getServiceReference(HttpServiceRuntime.class);
        if (listening == null) {
            throw new IllegalStateException("the HTTP server has just gone");
        }
        return String.valueOf(listening.getProperty("org.osgi.service.http.port"));
    }

    /** A changed port comes with another {@link HttpServiceRuntime}, and so with another component than this. */
    @Modified
    void modified(ApiConfig config) {
        address = address(config.host(), port);
    }

    /** Where a client on this machine reaches a server that listens at a host; a wildcard address is no destination. */
    static URI address(String host, String port) {
        String reachable = switch (host) {
            case "", "0.0.0.0", "::", "[::]" -> "127.0.0.1";
            default -> host.contains(":") && !host.startsWith("[") ? '[' + host + ']' : host;
        };
        return URI.create("http://" + reachable + ':' + port);
    }

    @Override
    public Optional<String> waitingFor() {
        Set<Long> waiting = new HashSet<>();
        for (ServiceReference<?> servlet : servlets()) {
            waiting.add((Long) servlet.getProperty(Constants.SERVICE_ID));
        }
        RuntimeDTO served;
        try {
            served = runtime.getRuntimeDTO();
        } catch (IllegalStateException notYet) {
            // Felix says so while it is still registering this very service
            return Optional.of("the HTTP server");
        }
        Arrays.stream(served.servletContextDTOs)
                .flatMap(servletContext -> Arrays.stream(servletContext.servletDTOs))
                .forEach(servlet -> waiting.remove(servlet.serviceId));
        Arrays.stream(served.failedServletDTOs).forEach(servlet -> waiting.remove(servlet.serviceId));
        return waiting.isEmpty() && served.preprocessorDTOs.length > 0
                ? Optional.empty()
                : Optional.of("the HTTP server to take up its " + waiting.size() + " servlets");
    }

    private Collection<ServiceReference<Servlet>> servlets() {
        try {
            return context.getServiceReferences(Servlet.class, "(" + PATTERN + "=*)");
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Deactivate
    public void close() {
        registration.unregister();
    }
}
