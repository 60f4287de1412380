package io.liying.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * Keeps a number of HTTP/1.1 connections busy with POST requests, each connection with one request after another. It
 * parses no more than it must, because it shares the processors with the server that it measures.
 */
final class HttpLoad {

    /** What came of it: requests a second, latencies in milliseconds, answers that were not 200. */
    record Result(double perSecond, double p50, double p99, long failures, String lastAnswer) {}

    private record Connection(long[] nanos, int count, long failures, String lastAnswer) {}

    private static final int MAX_SAMPLES = 2_000_000;

    private HttpLoad() {}

    /**
     * Runs the load.
     *
     * @param bodies gives the body of a connection's next request
     */
    static Result run(URI server, int connections, Duration duration, LongFunction<LongFunction<String>> bodies)
            throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        List<Future<Connection>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int index = 0; index < connections; index++) {
                LongFunction<String> body = bodies.apply(index);
                running.add(threads.submit(() -> connection(server, end, body)));
            }
            List<Connection> done = new ArrayList<>();
            for (Future<Connection> connection : running) {
                done.add(connection.get());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return result(done, seconds);
        }
    }

    private static Result result(List<Connection> connections, double seconds) {
        long[] all = connections.stream()
                .flatMapToLong(connection -> Arrays.stream(connection.nanos(), 0, connection.count()))
                .sorted()
                .toArray();
        long failures = connections.stream().mapToLong(Connection::failures).sum();
        return new Result(
                all.length / seconds,
                percentile(all, 0.50),
                percentile(all, 0.99),
                failures,
                connections.getFirst().lastAnswer());
    }

    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private static Connection connection(URI server, long end, LongFunction<String> bodies) throws IOException {
        long[] nanos = new long[1024];
        int count = 0;
        long failures = 0;
        String answer = "";
        try (Socket socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            OutputStream output = socket.getOutputStream();
            Reader reader = new Reader(socket.getInputStream());
            for (long sent = System.nanoTime(); sent < end && count < MAX_SAMPLES; sent = System.nanoTime()) {
                output.write(request(server, bodies.apply(count)));
                int status = reader.read();
                if (status != 200) {
                    failures++;
                }
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = System.nanoTime() - sent;
            }
            answer = reader.lastBody();
        }
        return new Connection(nanos, count, failures, answer);
    }

    /** One answer. */
    record Once(int status, String body) {}

    /** Asks once, on a connection of its own. */
    static Once once(URI server, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request(server, body));
            Reader reader = new Reader(socket.getInputStream());
            int status = reader.read();
            return new Once(status, reader.lastBody());
        }
    }

    static byte[] request(URI server, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /api/chat HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: "
                        + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, request, head.length, bytes.length);
        return request;
    }

    /** Reads responses that have a Content-Length or are chunked. */
    static final class Reader {

        private final InputStream input;
        private byte[] body = new byte[0];

        Reader(InputStream input) {
            this.input = new BufferedInputStream(input, 8192);
        }

        String lastBody() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Reads one response; returns its status. */
        int read() throws IOException {
            String statusLine = line();
            int length = -1;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            body = length >= 0 ? input.readNBytes(length) : chunks();
            return Integer.parseInt(statusLine.substring(9, 12));
        }

        private byte[] chunks() throws IOException {
            byte[] all = new byte[0];
            for (int size = size(); size > 0; size = size()) {
                byte[] chunk = input.readNBytes(size);
                int before = all.length;
                all = Arrays.copyOf(all, before + size);
                System.arraycopy(chunk, 0, all, before, size);
                line();
            }
            line();
            return all;
        }

        private int size() throws IOException {
            return Integer.parseInt(line().strip(), 16);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int next = input.read(); next != '\n'; next = input.read()) {
                if (next < 0) {
                    throw new EOFException("the server closed the connection");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }
    }
}
