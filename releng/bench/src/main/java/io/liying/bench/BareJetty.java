package io.liying.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty with one servlet that reads the body and answers a constant JSON: the peer of the benchmark "turn". */
public final class BareJetty {

    private BareJetty() {}

    /** @param arguments the size of the answer in bytes */
    public static void main(String[] arguments) throws Exception {
        byte[] answer = ("{\"text\":\"" + "x".repeat(Math.max(0, Integer.parseInt(arguments[0]) - 11)) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new Answering(answer)), "/api/chat");
        server.setHandler(context);
        server.start();
        System.out.println("LiYing is ready at http://127.0.0.1:" + connector.getLocalPort());
        server.join();
    }

    private static final class Answering extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final byte[] answer;

        Answering(byte[] answer) {
            this.answer = answer;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            response.setContentType("application/json");
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }
}
