package io.liying.network.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks remote services. Nothing leaves the machine unless its owner configured it to: who calls this has read from the
 * configuration that it may, and where to. Safe for use by many threads.
 */
@ProviderType
public interface WebClient {

    /**
     * Sends a request and waits for the whole answer, whatever its status. Redirections are not followed.
     *
     * @throws WebException if the service cannot be reached, takes too long or answers too much
     * @throws InterruptedException if the calling thread was interrupted; the request is given up
     */
    WebAnswer send(WebRequest request) throws WebException, InterruptedException;
}
