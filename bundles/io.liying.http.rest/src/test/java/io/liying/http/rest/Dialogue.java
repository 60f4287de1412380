package io.liying.http.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.testkit.http.ServerClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client's end of a socket. */
final class Dialogue implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final boolean reading;
    private final WebSocket socket;

    private Dialogue(ServerClient client, String query, boolean reading, String... headers) throws Exception {
        this.reading = reading;
        WebSocket.Builder builder = client.http().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(client.socketAddress(query), this).get(20, TimeUnit.SECONDS);
    }

    static Dialogue open(ServerClient client, String... headers) throws Exception {
        return new Dialogue(client, "", true, headers);
    }

    static Dialogue resume(ServerClient client, String session, String... headers) throws Exception {
        return new Dialogue(client, "?session_id=" + session, true, headers);
    }

    /** One that never reads. */
    static Dialogue deaf(ServerClient client, String... headers) throws Exception {
        return new Dialogue(client, "", false, headers);
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reading) {
            opened.request(1);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            received.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    void say(String json) throws Exception {
        socket.sendText(json, true).get(20, TimeUnit.SECONDS);
    }

    WebSocket socket() {
        return socket;
    }

    JsonNode next() throws Exception {
        String message = received.poll(20, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("the server says nothing");
        }
        return ServerClient.JSON.readTree(message);
    }

    /** The messages up to the first of a type. */
    List<JsonNode> until(String type) throws Exception {
        List<JsonNode> messages = new ArrayList<>();
        do {
            messages.add(next());
        } while (!messages.getLast().path("type").asText().equals(type));
        return messages;
    }

    int closeStatus() throws Exception {
        return closed.get(20, TimeUnit.SECONDS);
    }

    CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
