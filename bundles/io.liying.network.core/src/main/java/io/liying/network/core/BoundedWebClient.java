package io.liying.network.core;

import io.liying.network.api.WebAnswer;
import io.liying.network.api.WebClient;
import io.liying.network.api.WebException;
import io.liying.network.api.WebException.Reason;
import io.liying.network.api.WebRequest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Asks with one HTTP client, which is made when it is first needed. */
@Component
public final class BoundedWebClient implements WebClient {

    private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(5);

    private @Nullable HttpClient client;
    private boolean closed;

    @Activate
    public BoundedWebClient() {}

    @Deactivate
    public void close() {
        HttpClient open = end();
        if (open != null) {
            open.shutdownNow();
        }
    }

    private synchronized @Nullable HttpClient end() {
        closed = true;
        return client;
    }

    private synchronized HttpClient client() throws WebException {
        if (closed) {
            throw new WebException(Reason.UNREACHABLE, "LiYing is about to stop", new IllegalStateException("closed"));
        }
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .connectTimeout(LONGEST_CONNECTING)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            client = made;
        }
        return made;
    }

    @Override
    public WebAnswer send(WebRequest request) throws WebException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.address())
                .header("Accept", "application/json")
                .header("User-Agent", "LiYing");
        request.headers().forEach(builder::setHeader);
        request.body().ifPresent(body -> builder.POST(HttpRequest.BodyPublishers.ofString(body)));
        String host = request.address().getHost();
        CompletableFuture<HttpResponse<String>> answer =
                client().sendAsync(builder.build(), head -> new BoundedBody(request.mostBytes()));
        try {
            HttpResponse<String> response = answer.get(request.limit().toMillis(), TimeUnit.MILLISECONDS);
            return new WebAnswer(response.statusCode(), response.body());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new WebException(
                    Reason.TIMEOUT,
                    host + " did not answer within " + request.limit().toMillis() + " ms",
                    late);
        } catch (InterruptedException ended) {
            answer.cancel(true);
            throw ended;
        } catch (ExecutionException failure) {
            throw reported(host, request.mostBytes(), failure.getCause() == null ? failure : failure.getCause());
        }
    }

    private static WebException reported(String host, int mostBytes, Throwable cause) {
        for (Throwable why = cause; why != null; why = why.getCause()) {
            if (why instanceof BoundedBody.TooLargeException) {
                return new WebException(
                        Reason.TOO_LARGE, host + " answered with more than " + mostBytes + " bytes", cause);
            }
        }
        return new WebException(Reason.UNREACHABLE, host + " cannot be reached: " + cause, cause);
    }
}
