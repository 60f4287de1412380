package io.liying.http.core;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A connector that opens nothing; see {@link ServerTuning}. */
final class NoConnector extends ServerConnector {

    NoConnector(Server server) {
        super(server, 0, 1);
        setHost("127.0.0.1");
    }

    @Override
    protected void doStart() {
        // opens no port and starts no thread
    }

    @Override
    protected void doStop() {
        // nothing was started
    }
}
