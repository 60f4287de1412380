package io.liying.plugin.core.guest;

import io.liying.plugin.api.PluginHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reaches the permitted hosts; each redirection is checked like a request of its own. */
final class GuestHttp implements PluginHttp, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int MOST_REDIRECTIONS = 5;

    private final List<String> hosts;
    private @Nullable HttpClient client;

    GuestHttp(List<String> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        HttpRequest next = HttpRequest.newBuilder(request, (name, value) -> true)
                .timeout(request.timeout().orElse(TIMEOUT))
                .build();
        for (int redirections = 0; redirections <= MOST_REDIRECTIONS; redirections++) {
            check(next.uri());
            HttpResponse<T> response = client().send(next, body);
            Optional<String> location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return response;
            }
            next = HttpRequest.newBuilder(next, (name, value) -> !name.equalsIgnoreCase("Authorization"))
                    .uri(next.uri().resolve(location.get()))
                    .build();
        }
        throw new IOException(request.uri() + " redirects more than " + MOST_REDIRECTIONS + " times");
    }

    private void check(URI uri) throws IOException {
        String scheme = String.valueOf(uri.getScheme());
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IOException("only http and https are possible, not " + uri);
        }
        if (hosts.stream().noneMatch(permitted -> matches(permitted.toLowerCase(Locale.ROOT), host))) {
            throw new IOException("the host " + host + " is not permitted; the plugin's permissions name " + hosts);
        }
    }

    static boolean matches(String permitted, String host) {
        if (permitted.equals("*")) {
            return true;
        }
        return permitted.startsWith("*.")
                ? host.endsWith(permitted.substring(1)) && host.length() > permitted.length() - 1
                : host.equals(permitted);
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}
