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
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Whole calculator turns over HTTP against bare Jetty that answers a JSON of the same size. */
final class TurnBenchmark implements Benchmark {

    private static final int CONNECTIONS = 32;

    /** On two processors the JIT compiler needs more than a minute beside the load until the speed stays the same. */
    private static final long WARM_UP = 6;

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
        HttpLoad.Result turns;
        double resident;
        double cpuMicros;
        try (Product product = Product.start(home, data)) {
            LongFunction<LongFunction<String>> questions = sessions(product.address());
            HttpLoad.run(product.address(), CONNECTIONS, Duration.ofSeconds(WARM_UP * seconds), questions);
            Duration before = product.cpu();
            turns = HttpLoad.run(product.address(), CONNECTIONS, Duration.ofSeconds(seconds), questions);
            cpuMicros = product.cpu().minus(before).toNanos() / 1e3 / (turns.perSecond() * seconds);
            resident = product.residentMegabytes();
        }
        HttpLoad.Result bare = bare(work, turns.lastAnswer().getBytes(StandardCharsets.UTF_8).length, seconds);
        return new Report(name())
                .figure("turns_per_second", turns.perSecond())
                .figure("turn_p50_ms", turns.p50())
                .figure("turn_p99_ms", turns.p99())
                .figure("turn_failures", turns.failures())
                .figure("turn_server_cpu_us", cpuMicros)
                .figure("resident_megabytes", resident)
                .figure("answer_bytes", turns.lastAnswer().getBytes(StandardCharsets.UTF_8).length)
                .figure("bare_jetty_per_second", bare.perSecond())
                .figure("bare_jetty_p99_ms", bare.p99())
                .figure("ratio_to_bare_jetty", turns.perSecond() / bare.perSecond())
                .atLeast("ratio_to_bare_jetty", 0.15)
                .atMost("turn_p99_ms", 25)
                .atMost("turn_failures", 0);
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

    private static HttpLoad.Result bare(Path work, int bytes, int seconds) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.liying.bench.BareJetty",
                        Integer.toString(bytes))
                .redirectError(work.resolve("jetty.err").toFile())
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("bare Jetty did not start: " + Files.readString(work.resolve("jetty.err")));
            }
            URI server = URI.create(line.substring(line.indexOf("http")));
            LongFunction<LongFunction<String>> questions = connection -> request -> body(connection, request, "x");
            HttpLoad.run(server, CONNECTIONS, Duration.ofSeconds(seconds), questions);
            return HttpLoad.run(server, CONNECTIONS, Duration.ofSeconds(Math.max(3, seconds / 2)), questions);
        } finally {
            process.destroy();
        }
    }
}
