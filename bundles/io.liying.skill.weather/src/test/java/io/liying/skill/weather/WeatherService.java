package io.liying.skill.weather;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A weather service on this machine that answers as the real ones do, or not. */
final class WeatherService implements AutoCloseable {

    private static final String SEOUL =
            "{\"results\":[{\"id\":1835848,\"name\":\"%s\",\"latitude\":37.566,\"longitude\":126.9784,"
                    + "\"country\":\"South Korea\",\"timezone\":\"Asia/Seoul\"}],\"generationtime_ms\":0.6}";
    private static final Map<String, String> NAMES =
            Map.of("ko", "서울", "en", "Seoul", "zh", "首尔", "ja", "ソウル", "es", "Seúl", "fr", "Séoul", "de", "Seoul");

    /** Ten days from Saturday, November 21, 2026; it rains on the second and snows on the third. */
    private static final String FORECAST = "{\"latitude\":37.55,\"longitude\":127.0,\"utc_offset_seconds\":32400,"
            + "\"timezone\":\"Asia/Seoul\",\"current_units\":{\"temperature_2m\":\"°C\"},"
            + "\"current\":{\"time\":\"2026-11-21T15:00\",\"interval\":900,\"temperature_2m\":8.4,"
            + "\"apparent_temperature\":5.6,\"weather_code\":2,\"wind_speed_10m\":11.2},"
            + "\"daily\":{\"time\":[\"2026-11-21\",\"2026-11-22\",\"2026-11-23\",\"2026-11-24\"],"
            + "\"weather_code\":[2,61,73,0],\"temperature_2m_max\":[9.6,7.5,1.2,4.0],"
            + "\"temperature_2m_min\":[2.1,3.4,-3.3,-5.0],\"precipitation_probability_max\":[10,80,70,40],"
            + "\"precipitation_sum\":[0.0,6.3,4.0,0.0]}}";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile int status = 200;
    volatile boolean silent;

    WeatherService() throws IOException {
        bodies.put("/v1/forecast", FORECAST);
        bodies.put(
                "/geo/1.0/direct",
                "[{\"name\":\"Seoul\",\"local_names\":{\"ko\":\"서울\",\"fr\":\"Séoul\"},\"lat\":37.566,\"lon\":126.97,"
                        + "\"country\":\"KR\"}]");
        bodies.put(
                "/data/2.5/weather",
                "{\"weather\":[{\"id\":802,\"main\":\"Clouds\"}],\"main\":{\"temp\":8.4,\"feels_like\":5.6,"
                        + "\"temp_min\":8.0,\"temp_max\":9.0},\"wind\":{\"speed\":3.1},\"dt\":1795240800,"
                        + "\"timezone\":32400}");
        bodies.put(
                "/data/2.5/forecast",
                "{\"list\":[{\"dt\":1795294800,\"main\":{\"temp_min\":3.2,\"temp_max\":4.0},"
                        + "\"weather\":[{\"id\":500}],\"pop\":0.4,\"rain\":{\"3h\":0.6}},"
                        + "{\"dt\":1795316400,\"main\":{\"temp_min\":5.0,\"temp_max\":7.4},"
                        + "\"weather\":[{\"id\":502}],\"pop\":0.85,\"rain\":{\"3h\":7.1}}]}");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    void answers(String path, String body) {
        bodies.put(path, body);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestURI().toString());
        if (silent) {
            try {
                closed.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        String query = exchange.getRequestURI().getRawQuery();
        String body = bodies.getOrDefault(path, "{\"generationtime_ms\":0.4}");
        if (path.equals("/v1/search") && !query.contains("Nowhereville") && !bodies.containsKey(path)) {
            body = SEOUL.formatted(NAMES.get(query.replaceAll(".*language=(..).*", "$1")));
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        workers.close();
    }
}
