package io.liying.network.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request.
 *
 * @param address an {@code http} or {@code https} address
 * @param headers by name
 * @param body UTF-8, sent with {@code POST}; {@code GET} if empty
 * @param limit until the whole answer must be there
 * @param mostBytes that the answer's body may have
 */
public record WebRequest(
        URI address, Map<String, String> headers, Optional<String> body, Duration limit, int mostBytes) {

    public WebRequest {
        if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException("\"" + address + "\" is no http or https address");
        }
        if (!limit.isPositive() || mostBytes < 1) {
            throw new IllegalArgumentException("a limit is not positive");
        }
        headers = Map.copyOf(headers);
    }

    /**
     * Joins a service's address with a path and the parameters of a query.
     *
     * @param base such as {@code https://api.example.org/}; its own path stays
     * @throws IllegalArgumentException if {@code base} is no address
     */
    public static URI address(String base, String path, Map<String, String> query) {
        String trunk = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        String parameters = query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
        return URI.create(trunk + path + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
