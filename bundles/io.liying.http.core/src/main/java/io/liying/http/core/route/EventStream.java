package io.liying.http.core.route;

import io.liying.http.api.Response;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes server-sent events. Used by one thread. */
final class EventStream implements Response.Sink {

    private static final byte[] DATA = "\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final Json json;

    private EventStream(OutputStream out, Json json) {
        this.out = out;
        this.json = json;
    }

    static void write(Response.Source source, HttpServletResponse response, Json json)
            throws IOException, InterruptedException {
        response.setStatus(200);
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        // asks a proxy in between not to collect events before it passes them on
        response.setHeader("X-Accel-Buffering", "no");
        try {
            response.flushBuffer();
        } catch (IOException gone) {
            source.abandoned();
            throw gone;
        }
        source.stream(new EventStream(response.getOutputStream(), json));
    }

    @Override
    public void send(String name, Object data) throws IOException {
        out.write(("event: " + name).getBytes(StandardCharsets.UTF_8));
        out.write(DATA);
        out.write(json.write(data));
        out.write(END);
        out.flush();
    }
}
