package io.liying.console.core;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A small HTTP and WebSocket server that answers as a test says, and remembers what it was asked. */
final class FakeServer implements AutoCloseable {

    record Answer(int status, String body) {}

    final Map<String, Answer> answers = new HashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    final LinkedBlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    volatile Consumer<String> onMessage = message -> {};

    private final ServerSocket server;

    FakeServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** The newest open socket. */
    Line line() throws InterruptedException {
        Line line = lines.poll(20, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("nobody has opened a socket");
        }
        return line;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            while (true) {
                String start = readLine(in);
                if (start == null) {
                    return;
                }
                Map<String, String> headers = new HashMap<>();
                for (String line = readLine(in); line != null && !line.isEmpty(); line = readLine(in)) {
                    int colon = line.indexOf(':');
                    headers.put(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
                }
                String call = start.substring(0, start.lastIndexOf(' '));
                String body = new String(
                        in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))),
                        StandardCharsets.UTF_8);
                requests.add(call + " [" + headers.getOrDefault("accept-language", "") + "] "
                        + headers.getOrDefault("authorization", "") + body);
                if (headers.containsKey("sec-websocket-key")) {
                    socket(socket, headers.get("sec-websocket-key"));
                    return;
                }
                Answer answer = answers.getOrDefault(call, new Answer(404, "{\"detail\":\"no such thing\"}"));
                byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                OutputStream out = socket.getOutputStream();
                out.write(("HTTP/1.1 " + answer.status() + " X\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(bytes);
                out.flush();
            }
        } catch (IOException gone) {
            // The client has closed the connection.
        }
    }

    private void socket(Socket socket, String key) throws IOException {
        socket.getOutputStream()
                .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Accept: " + accepted(key) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        Line line = new Line(socket);
        lines.add(line);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0f;
            int length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if (opcode == 8) {
                return;
            }
            if (opcode == 9) {
                line.pong();
            }
            if (opcode == 1) {
                String message = new String(payload, StandardCharsets.UTF_8);
                messages.add(message);
                onMessage.accept(message);
            }
        }
    }

    private static String accepted(String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                    .getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) next);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** An open socket, seen from the server. */
    record Line(Socket socket) {

        /** Sends a text in two frames, as servers may. */
        void send(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int half = bytes.length / 2;
            try {
                synchronized (socket) {
                    frame(0x01, bytes, 0, half);
                    frame(0x80, bytes, half, bytes.length - half);
                }
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        }

        void pong() throws IOException {
            synchronized (socket) {
                frame(0x8a, new byte[0], 0, 0);
            }
        }

        private void frame(int first, byte[] bytes, int from, int length) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(first);
            if (length < 126) {
                out.write(length);
            } else {
                out.write(new byte[] {126, (byte) (length >> 8), (byte) length});
            }
            out.write(bytes, from, length);
            out.flush();
        }

        void cut() throws IOException {
            socket.close();
        }
    }
}
