package io.liying.plugin.catalogue;

import io.liying.plugin.api.PluginException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Fetches from web servers, with a limit for the whole of an answer in time and in bytes. Safe for use by many threads. */
final class Web {

    private static final int MOST_MOVES = 5;
    private static final int MOST_WORDS = 64 << 10;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

    private final Duration connect;
    private final Refusals refusals;

    Web(Duration connect, Refusals refusals) {
        this.connect = connect;
        this.refusals = refusals;
    }

    /**
     * Fetches, following moves to allowed addresses.
     *
     * @param source for refusals
     * @param body takes the body of an answer 200; others are thrown away
     * @param most bytes of that body
     * @throws PluginException if there is no answer 200 or 304 within the limits
     */
    <T> HttpResponse<T> get(
            URI address,
            String source,
            Map<String, String> headers,
            Supplier<BodySubscriber<T>> body,
            long most,
            Duration limit)
            throws PluginException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            URI at = address;
            for (int moves = 0; moves <= MOST_MOVES; moves++) {
                HttpRequest.Builder request = HttpRequest.newBuilder(at).header("Accept-Encoding", "identity");
                headers.forEach(request::header);
                HttpResponse<T> answer = wait(
                        client.sendAsync(
                                request.build(),
                                head -> head.statusCode() == 200
                                        ? new BoundedBody<>(body.get(), most)
                                        : new BoundedBody<>(Web.<T>nothing(), MOST_WORDS)),
                        source,
                        end,
                        limit);
                int status = answer.statusCode();
                if (status == 200 || status == 304) {
                    return answer;
                }
                if (!MOVED.contains(status)) {
                    throw unreachable(source, "HTTP " + status);
                }
                at = next(at, answer.headers().firstValue("Location").orElse(""), source);
            }
            throw unreachable(source, "HTTP 3xx × " + MOST_MOVES);
        } finally {
            client.shutdownNow();
        }
    }

    @SuppressWarnings("NullAway") // nobody reads the body of an answer that is not 200
    private static <T> BodySubscriber<T> nothing() {
        return BodySubscribers.replacing(null);
    }

    private <T> HttpResponse<T> wait(CompletableFuture<HttpResponse<T>> answer, String source, long end, Duration limit)
            throws PluginException, InterruptedException {
        try {
            return answer.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            throw slow(source, limit, slow);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            for (Throwable at = cause; at != null; at = at.getCause()) {
                if (at instanceof BoundedBody.TooLong) {
                    throw refusals.refuse("catalogue.large", Map.of("source", source), at);
                }
            }
            if (cause instanceof HttpTimeoutException) {
                throw slow(source, connect, cause);
            }
            if (cause instanceof IOException) {
                String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
                throw refusals.refuse("catalogue.unreachable", Map.of("source", source, "reason", reason), cause);
            }
            throw new IllegalStateException("unexpected failure of a request to " + source, cause);
        } finally {
            answer.cancel(true);
        }
    }

    private URI next(URI from, String location, String source) throws PluginException {
        try {
            URI next = from.resolve(location);
            // a server elsewhere must not make LiYing ask this machine
            boolean inwards = "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(next.getScheme());
            if (!location.isEmpty() && Address.mayAsk(next) && !inwards) {
                return next;
            }
        } catch (IllegalArgumentException malformed) {
            throw refusals.refuse("catalogue.moved", Map.of("source", source, "address", location), malformed);
        }
        throw refusals.refuse("catalogue.moved", Map.of("source", source, "address", location));
    }

    private PluginException slow(String source, Duration limit, Throwable cause) {
        long seconds = Math.max(1, limit.toSeconds());
        return refusals.refuse("catalogue.slow", Map.of("source", source, "seconds", Long.toString(seconds)), cause);
    }

    private PluginException unreachable(String source, String reason) {
        return refusals.refuse("catalogue.unreachable", Map.of("source", source, "reason", reason));
    }
}
