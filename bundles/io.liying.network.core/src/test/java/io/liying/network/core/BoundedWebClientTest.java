package io.liying.network.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.liying.network.api.WebAnswer;
import io.liying.network.api.WebException;
import io.liying.network.api.WebRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BoundedWebClientTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final BoundedWebClient client = new BoundedWebClient();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/echo", exchange -> {
            String said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                            + exchange.getRequestHeaders().getFirst("X-Key") + " " + said)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.isEmpty() ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            try {
                ended.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "/echo");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        client.close();
        server.stop(0);
        workers.close();
    }

    @Test
    void it_gets_the_answer_with_its_status() throws Exception {
        URI address = WebRequest.address(base(), "/echo", Map.of("name", "São Paulo", "b", "1"));

        WebAnswer answer = client.send(new WebRequest(address, Map.of("X-Key", "k"), Optional.empty(), LONG, 1000));

        assertThat(answer).isEqualTo(new WebAnswer(404, "GET /echo?b=1&name=S%C3%A3o+Paulo k "));
        assertThat(answer.succeeded()).isFalse();
    }

    @Test
    void it_posts_a_body() throws Exception {
        WebAnswer answer =
                client.send(new WebRequest(URI.create(base() + "/echo"), Map.of(), Optional.of("안녕"), LONG, 1000));

        assertThat(answer).isEqualTo(new WebAnswer(200, "POST /echo null 안녕"));
    }

    @Test
    void a_redirection_is_not_followed() throws Exception {
        assertThat(client.send(get("/away", LONG, 1000)).status()).isEqualTo(302);
    }

    @Test
    void a_larger_answer_than_wanted_is_given_up() {
        assertThatThrownBy(() -> client.send(get("/echo", LONG, 5)))
                .isInstanceOfSatisfying(
                        WebException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(WebException.Reason.TOO_LARGE))
                .hasMessage("127.0.0.1 answered with more than 5 bytes");
    }

    @Test
    void a_silent_service_is_given_up_in_time() {
        assertThatThrownBy(() -> client.send(get("/silent", Duration.ofMillis(50), 1000)))
                .isInstanceOfSatisfying(
                        WebException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(WebException.Reason.TIMEOUT))
                .hasMessage("127.0.0.1 did not answer within 50 ms");
    }

    @Test
    void an_absent_service_is_unreachable() {
        WebRequest request = get("/echo", LONG, 1000);
        server.stop(0);

        assertThatThrownBy(() -> client.send(request))
                .isInstanceOfSatisfying(
                        WebException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(WebException.Reason.UNREACHABLE))
                .hasMessageStartingWith("127.0.0.1 cannot be reached: ");
    }

    @Test
    void other_schemes_are_no_address() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebRequest(URI.create("file:/x"), Map.of(), Optional.empty(), LONG, 1))
                .withMessage("\"file:/x\" is no http or https address");
    }

    private WebRequest get(String path, Duration limit, int mostBytes) {
        return new WebRequest(URI.create(base() + path), Map.of(), Optional.empty(), limit, mostBytes);
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
