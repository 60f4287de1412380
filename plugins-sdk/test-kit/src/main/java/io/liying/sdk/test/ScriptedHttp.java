package io.liying.sdk.test;

import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/** Answers what a script says; reaches no network. Hosts that the plugin may not reach are refused as in LiYing. */
final class ScriptedHttp implements PluginHttp {

    private final PluginDescriptor descriptor;
    private final List<Script.WebAnswer> answers;

    ScriptedHttp(PluginDescriptor descriptor, List<Script.WebAnswer> answers) {
        this.descriptor = descriptor;
        this.answers = answers;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        String host = String.valueOf(request.uri().getHost());
        if (descriptor.permitted(Permission.Kind.NETWORK).stream().noneMatch(pattern -> covers(pattern, host))) {
            throw new IOException("the plugin has no permission to reach " + host);
        }
        String wanted = request.method() + " " + request.uri();
        Script.WebAnswer answer = answers.stream()
                .filter(candidate -> candidate.request().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IOException("the script has no answer to " + wanted));
        HttpHeaders headers = HttpHeaders.of(Map.of(), (name, value) -> true);
        HttpResponse.BodySubscriber<T> subscriber = body.apply(new Info(answer.status(), headers));
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                // everything is handed over at once below
            }

            @Override
            public void cancel() {
                // there is nothing to end
            }
        });
        subscriber.onNext(List.of(ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8))));
        subscriber.onComplete();
        T received = subscriber.getBody().toCompletableFuture().join();
        return new Answer<>(request, answer.status(), headers, received);
    }

    private static boolean covers(String pattern, String host) {
        return pattern.equals("*")
                || pattern.equals(host)
                || (pattern.startsWith("*.") && host.endsWith(pattern.substring(1)));
    }

    private record Info(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    private record Answer<T>(HttpRequest request, int statusCode, HttpHeaders headers, T body)
            implements HttpResponse<T> {

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return request.uri();
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
