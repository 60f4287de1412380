package io.liying.http.core;

import io.liying.http.core.route.Problems;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/**
 * Sets what Felix HTTP has no setting for. Felix hands out Jetty's server only to those who add a connector, so this adds
 * one that never opens.
 */
@Component(service = ConnectorFactory.class, configurationPid = "io.liying.api")
public final class ServerTuning implements ConnectorFactory {

    private final Problems problems;
    private volatile int maxConnections;
    private volatile @Nullable NetworkConnectionLimit limit;

    @Activate
    public ServerTuning(@Reference Problems problems, ApiConfig config) {
        this.problems = problems;
        this.maxConnections = config.max_connections();
    }

    @Modified
    void modified(ApiConfig config) {
        maxConnections = config.max_connections();
        NetworkConnectionLimit inForce = limit;
        if (inForce != null) {
            inForce.setMaxNetworkConnectionCount(maxConnections);
        }
    }

    @Override
    public Connector createConnector(Server server) {
        ContainerErrors errors = new ContainerErrors(problems);
        server.setErrorHandler(errors);
        for (ContextHandler context : server.getDescendants(ContextHandler.class)) {
            context.setErrorHandler(errors);
        }
        NetworkConnectionLimit connections = new NetworkConnectionLimit(maxConnections, server);
        server.addBean(connections);
        limit = connections;
        return new NoConnector(server);
    }
}
