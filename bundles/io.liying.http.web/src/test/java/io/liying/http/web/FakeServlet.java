package io.liying.http.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers as the server's doors do. */
abstract class FakeServlet extends HttpServlet {

    final transient ObjectMapper json = new ObjectMapper();

    /** Sends one event of a stream. */
    final void send(HttpServletResponse response, String name, Object data) throws IOException {
        response.getOutputStream()
                .write(("event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n")
                        .getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    final void answer(HttpServletResponse response, Object body) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    final void problem(HttpServletResponse response, int status, String code, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("code", code, "detail", detail)));
    }
}
