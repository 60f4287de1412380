package io.liying.plugin.api;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.osgi.annotation.versioning.ProviderType;

/** An HTTP client that reaches only the hosts that a plugin was permitted. */
@ProviderType
public interface PluginHttp {

    /**
     * Sends a request and waits for the answer. Redirections to hosts that are not permitted are not followed.
     *
     * @throws IOException if the host is not permitted, does not answer in time or answers with more than the limit
     */
    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException;
}
