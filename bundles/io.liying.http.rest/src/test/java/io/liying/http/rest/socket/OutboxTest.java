package io.liying.http.rest.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboxTest {

    private final List<String> sent = new ArrayList<>();
    private final List<Callback> unfinished = new ArrayList<>();
    private final List<Integer> closed = new ArrayList<>();
    private boolean slow;

    private final Session session = (Session) Proxy.newProxyInstance(
            OutboxTest.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                switch (method.getName()) {
                    case "sendText" -> {
                        sent.add((String) arguments[0]);
                        if (slow) {
                            unfinished.add((Callback) arguments[1]);
                        } else {
                            ((Callback) arguments[1]).succeed();
                        }
                    }
                    case "close" -> closed.add((Integer) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                }
                return null;
            });

    private final Outbox outbox = new Outbox(session, 3);

    @Test
    void messages_leave_at_once_when_the_client_reads() {
        for (int i = 0; i < 100_000; i++) {
            outbox.send("m" + i);
        }

        assertThat(sent).hasSize(100_000).startsWith("m0", "m1", "m2");
        assertThat(closed).isEmpty();
    }

    @Test
    void messages_wait_for_a_slow_client_in_their_order() {
        slow = true;
        outbox.send("a");
        outbox.send("b");
        outbox.send("c");
        assertThat(sent).containsExactly("a");

        unfinished.removeFirst().succeed();
        assertThat(sent).containsExactly("a", "b");

        slow = false;
        unfinished.removeFirst().succeed();
        outbox.send("d");
        assertThat(sent).containsExactly("a", "b", "c", "d");
    }

    @Test
    void too_many_waiting_messages_close_the_socket_once() {
        slow = true;
        for (int i = 0; i < 10; i++) {
            outbox.send("m" + i);
        }

        assertThat(sent).containsExactly("m0");
        assertThat(closed).containsExactly(1013);
        assertThat(outbox.isClosed()).isTrue();
    }

    @Test
    void after_a_failure_nothing_more_is_sent() {
        slow = true;
        outbox.send("a");
        unfinished.removeFirst().fail(new java.io.IOException("gone"));

        outbox.send("b");

        assertThat(sent).containsExactly("a");
    }
}
