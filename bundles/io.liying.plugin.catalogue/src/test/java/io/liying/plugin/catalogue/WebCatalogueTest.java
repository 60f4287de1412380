package io.liying.plugin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginCatalogue;
import io.liying.plugin.api.PluginCatalogue.Query;
import io.liying.plugin.api.PluginException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebCatalogueTest {

    /** Answers a request in its own way. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @TempDir
    Path folder;

    private final Map<String, Answer> special = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private Shelf shelf;
    private Visitor visitor;
    private String address;

    @BeforeEach
    void start() throws Exception {
        shelf = new Shelf(folder.resolve("shelf")).with("dice", "1.0.0");
        visitor = new Visitor(folder.resolve("data"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/shelf";
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String condition = exchange.getRequestHeaders().getFirst("If-None-Match");
            asked.add(path + (condition == null ? "" : " " + condition));
            if (special.containsKey(path)) {
                special.get(path).to(exchange);
                return;
            }
            byte[] body = Files.readAllBytes(folder.resolve(path.substring(1)));
            String tag = "\"" + Files256.of(body).substring(0, 4) + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(condition)) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            send(exchange, 200, body);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String problem() throws Exception {
        return visitor.visit(address).refresh().getFirst().problem().getOrDefault(Language.ENGLISH, "");
    }

    private String refusal() {
        try {
            visitor.visit(address).install("dice", Optional.empty(), Set.of("*"), step -> {});
            return "installed";
        } catch (PluginException refused) {
            return refused.reason(Language.ENGLISH);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void an_index_is_fetched_once_a_day_and_then_only_if_it_changed() throws Exception {
        PluginCatalogue catalogue = visitor.visit(address);
        assertThat(catalogue.find(Query.ALL)).hasSize(1);
        assertThat(catalogue.find(Query.ALL)).hasSize(1);
        assertThat(visitor.visit(address).find(Query.ALL)).as("after a restart").hasSize(1);
        assertThat(asked).containsExactly("/shelf/index.json");

        visitor.clock.advance(Duration.ofDays(1));
        shelf.with("moon", "1.0.0");
        assertThat(catalogue.find(Query.ALL))
                .as("what is known is told at once")
                .hasSize(1);
        visitor.background.removeFirst().run();
        assertThat(catalogue.find(Query.ALL)).hasSize(2);

        catalogue.refresh();

        assertThat(asked).hasSize(3).last().asString().startsWith("/shelf/index.json \"");
        assertThat(asked.get(1)).isNotEqualTo(asked.get(2));
        assertThat(visitor.visit(address).find(Query.ALL))
                .as("after another restart")
                .hasSize(2);
        assertThat(asked).hasSize(3);
    }

    @Test
    void a_plugin_is_fetched_once_and_installed() throws Exception {
        assertThat(refusal()).isEqualTo("installed");
        assertThat(refusal()).isEqualTo("installed");

        assertThat(asked).containsExactly("/shelf/index.json", "/shelf/plugins/dice/1.0.0/dice-1.0.0.jar");
        assertThat(visitor.kept()).hasSize(1);
    }

    @Test
    void without_the_server_what_was_fetched_is_shown_and_installed() throws Exception {
        visitor.visit(address).inspect("dice", Optional.empty());
        server.stop(0);
        visitor.clock.advance(Duration.ofDays(2));

        PluginCatalogue offline = visitor.visit(address);
        assertThat(offline.find(Query.ALL)).hasSize(1);
        visitor.background.removeFirst().run();

        assertThat(offline.sources().getFirst().problem().get(Language.GERMAN))
                .startsWith("Der Katalog " + address + " antwortet nicht: ")
                .endsWith("Gezeigt wird, was früher geholt wurde.");
        assertThat(refusal()).isEqualTo("installed");
    }

    @Test
    void a_server_that_never_answers_is_given_up() throws Exception {
        special.put("/shelf/index.json", exchange -> hang());

        assertThat(problem()).isEqualTo("The catalogue " + address + " took longer than 1 seconds. Try again later.");
    }

    @Test
    void a_server_that_answers_drop_by_drop_is_given_up_and_nothing_is_left() throws Exception {
        special.put("/shelf/plugins/dice/1.0.0/dice-1.0.0.jar", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write(1);
            body.flush();
            hang();
        });

        assertThat(refusal()).isEqualTo("The catalogue " + address + " took longer than 1 seconds. Try again later.");
        assertThat(visitor.kept()).isEmpty();
    }

    @Test
    void an_endless_file_is_cut_off_and_nothing_is_left() throws Exception {
        special.put("/shelf/plugins/dice/1.0.0/dice-1.0.0.jar", this::endless);

        assertThat(refusal()).isEqualTo("The catalogue " + address + " sent more than it may. Nothing of it was kept.");
        assertThat(visitor.kept()).isEmpty();
    }

    @Test
    void an_endless_index_is_cut_off() throws Exception {
        special.put("/shelf/index.json", this::endless);

        assertThat(problem()).isEqualTo("The catalogue " + address + " sent more than it may. Nothing of it was kept.");
    }

    private void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] much = new byte[1 << 20];
        while (end.getCount() > 0) {
            exchange.getResponseBody().write(much);
        }
    }

    @Test
    void a_file_that_is_cut_short_is_not_installed() throws Exception {
        special.put("/shelf/plugins/dice/1.0.0/dice-1.0.0.jar", exchange -> send(exchange, 200, new byte[] {1, 2}));

        assertThat(refusal())
                .contains("is not the one that the catalogue lists")
                .endsWith("Nothing was installed.");
        assertThat(visitor.kept()).isEmpty();
        assertThat(visitor.plugins.list()).isEmpty();
    }

    @Test
    void a_missing_file_is_told() throws Exception {
        special.put("/shelf/plugins/dice/1.0.0/dice-1.0.0.jar", exchange -> send(exchange, 404, new byte[0]));

        assertThat(refusal())
                .isEqualTo("The catalogue " + address
                        + " does not answer: HTTP 404. Check the address and the connection.");
        assertThat(visitor.kept()).isEmpty();
    }

    @Test
    void garbage_does_not_replace_what_was_known() throws Exception {
        PluginCatalogue catalogue = visitor.visit(address);
        assertThat(catalogue.find(Query.ALL)).hasSize(1);
        special.put("/shelf/index.json", exchange -> send(exchange, 200, "<html>Log in</html>".getBytes()));

        String told = catalogue.refresh().getFirst().problem().get(Language.ENGLISH);

        assertThat(told)
                .isEqualTo("The index of " + address
                        + " is not valid at 1:1. Tell its maker. What was fetched earlier is shown.");
        assertThat(catalogue.find(Query.ALL)).hasSize(1);
        assertThat(visitor.visit(address).find(Query.ALL)).hasSize(1);
    }

    @Test
    void a_catalogue_may_move_but_not_to_anywhere() throws Exception {
        special.put("/old/index.json", exchange -> redirect(exchange, "/shelf/index.json"));
        special.put("/loop/index.json", exchange -> redirect(exchange, "/loop/index.json"));
        special.put("/shelf/index.json", exchange -> redirect(exchange, "http://example.org/index.json"));

        assertThat(problem())
                .isEqualTo("The catalogue " + address + " leads to “http://example.org/index.json”, where plugins may "
                        + "not be fetched. Tell its maker.");
        special.remove("/shelf/index.json");
        address = address.replace("/shelf", "/old");
        assertThat(problem()).isEmpty();
        address = address.replace("/old", "/loop");
        assertThat(problem()).contains("does not answer: HTTP 3xx");
    }

    @Test
    void a_damaged_mirror_is_fetched_again() throws Exception {
        visitor.visit(address).inspect("dice", Optional.empty());
        try (var files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "damaged");
            }
        }

        assertThat(refusal()).isEqualTo("installed");
        assertThat(asked).hasSize(4);
    }

    @Test
    void one_silent_catalogue_does_not_hide_the_others() throws Exception {
        special.put("/silent/index.json", exchange -> hang());

        PluginCatalogue both = visitor.visit(address.replace("/shelf", "/silent"), address);

        assertThat(both.find(Query.ALL)).hasSize(1);
        assertThatThrownBy(() -> both.inspect("moon", Optional.empty())).isInstanceOf(PluginException.class);
    }
}
