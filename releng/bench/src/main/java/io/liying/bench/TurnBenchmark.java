package io.liying.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whole calculator turns over HTTP against bare Jetty that answers a JSON of the same size. */
final class TurnBenchmark implements Benchmark {

    private static final int CONNECTIONS = 32;

    /** Warm is a server whose compilers work less than this share of the time of a round. */
    private static final double COMPILING = 0.03;

    private static final int MOST_WARM_UPS = 12;

    /** Rounds of each of the two, in turn, because a shared machine changes its speed within minutes. */
    private static final int ROUNDS = 3;

    private static final List<String> QUESTIONS = List.of(
            "%d 곱하기 %d",
            "what is %d times %d",
            "%d乘以%d等于多少",
            "%d かける %d は？",
            "cuánto es %d por %d",
            "combien font %d fois %d",
            "was ist %d mal %d");

    @Override
    public String name() {
        return "turn";
    }

    @Override
    public String summary() {
        return "whole calculator turns over HTTP with 32 connections, beside bare Jetty";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        int seconds = arguments.isEmpty() ? 15 : Integer.parseInt(arguments.getFirst());
        Path data = Files.createDirectory(work.resolve("data"));
        List<HttpLoad.Result> turns = new ArrayList<>();
        List<HttpLoad.Result> bare = new ArrayList<>();
        try (Product product = Product.start(home, data)) {
            LongFunction<LongFunction<String>> questions = sessions(product.address());
            HttpLoad.Result warm = warmUp(product, questions, seconds);
            int bytes = warm.lastAnswer().getBytes(StandardCharsets.UTF_8).length;
            Report report = new Report(name());
            Duration cpu = Duration.ZERO;
            try (Peer peer = new Peer(work, bytes)) {
                peer.load(seconds);
                for (int round = 0; round < ROUNDS; round++) {
                    Duration before = product.cpu();
                    turns.add(HttpLoad.run(product.address(), CONNECTIONS, Duration.ofSeconds(seconds), questions));
                    cpu = cpu.plus(product.cpu().minus(before));
                    bare.add(peer.load(Math.max(3, seconds / 2)));
                    report.note("round %d: %.0f turns/s, p99 %.1f ms, bare Jetty %.0f/s"
                            .formatted(
                                    round + 1,
                                    turns.getLast().perSecond(),
                                    turns.getLast().p99(),
                                    bare.getLast().perSecond()));
                }
            }
            double all = turns.stream()
                    .mapToDouble(round -> round.perSecond() * seconds)
                    .sum();
            return report.figure("turns_per_second", median(turns, HttpLoad.Result::perSecond))
                    .figure("turn_p50_ms", median(turns, HttpLoad.Result::p50))
                    .figure("turn_p99_ms", median(turns, HttpLoad.Result::p99))
                    .figure(
                            "turn_failures",
                            turns.stream().mapToLong(HttpLoad.Result::failures).sum())
                    .figure("turn_server_cpu_us", cpu.toNanos() / 1e3 / all)
                    .figure("resident_megabytes", product.residentMegabytes())
                    .figure("answer_bytes", bytes)
                    .figure("bare_jetty_per_second", median(bare, HttpLoad.Result::perSecond))
                    .figure("bare_jetty_p99_ms", median(bare, HttpLoad.Result::p99))
                    .figure("ratio_to_bare_jetty", ratio(turns, bare))
                    .atLeast("ratio_to_bare_jetty", 0.15)
                    .atMost("turn_p99_ms", 25)
                    .atMost("turn_failures", 0);
        }
    }

    /** Keeps the server busy until its compilers have done, or the peer would be compared with one half warm. */
    private static HttpLoad.Result warmUp(Product product, LongFunction<LongFunction<String>> questions, int seconds)
            throws Exception {
        for (int round = 1; ; round++) {
            Duration before = product.compiled();
            HttpLoad.Result result =
                    HttpLoad.run(product.address(), CONNECTIONS, Duration.ofSeconds(seconds), questions);
            double compiling = product.compiled().minus(before).toNanos() / 1e9 / seconds;
            if (compiling < COMPILING || round == MOST_WARM_UPS) {
                return result;
            }
        }
    }

    private static double median(List<HttpLoad.Result> rounds, ToDoubleFunction<HttpLoad.Result> figure) {
        return Figures.median(rounds.stream().mapToDouble(figure).toArray());
    }

    /** Each round beside the peer's round that follows it. */
    private static double ratio(List<HttpLoad.Result> turns, List<HttpLoad.Result> bare) {
        return Figures.median(IntStream.range(0, turns.size())
                .mapToDouble(
                        round -> turns.get(round).perSecond() / bare.get(round).perSecond())
                .toArray());
    }

    /** Each connection talks in a session of its own, in a language of its own, and never asks the same twice. */
    private static LongFunction<LongFunction<String>> sessions(URI server) throws IOException, InterruptedException {
        String[] ids = new String[CONNECTIONS];
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int index = 0; index < CONNECTIONS; index++) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(server.resolve("/api/chat"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body(index, 1, null)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IOException("the server answered " + answer.statusCode() + ": " + answer.body());
                }
                ids[index] = new ObjectMapper()
                        .readTree(answer.body())
                        .path("session_id")
                        .asText();
            }
        }
        return connection -> request -> body(connection, request + 2, ids[(int) connection]);
    }

    private static String body(long connection, long request, @Nullable String session) {
        String question = QUESTIONS
                .get((int) (connection % QUESTIONS.size()))
                .formatted(100 + (request * 7919 + connection) % 99_991, 2 + request % 997);
        return session == null
                ? "{\"message\":\"" + question + "\"}"
                : "{\"message\":\"" + question + "\",\"session_id\":\"" + session + "\"}";
    }

    /** Bare Jetty as a process of its own. */
    private static final class Peer implements AutoCloseable {

        private final Process process;
        private final URI server;

        Peer(Path work, int bytes) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.liying.bench.BareJetty",
                            Integer.toString(bytes))
                    .redirectError(work.resolve("jetty.err").toFile())
                    .start();
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (line == null) {
                throw new IOException("bare Jetty did not start: " + Files.readString(work.resolve("jetty.err")));
            }
            server = URI.create(line.substring(line.indexOf("http")));
        }

        HttpLoad.Result load(int seconds) throws Exception {
            return HttpLoad.run(
                    server,
                    CONNECTIONS,
                    Duration.ofSeconds(seconds),
                    connection -> request -> body(connection, request, "x"));
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
