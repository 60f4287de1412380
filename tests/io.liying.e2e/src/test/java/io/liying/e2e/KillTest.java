package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients talk while the server is killed; what was answered must still be there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KillTest {

    private static final int KILLS = 20;
    private static final int CLIENTS = 4;

    /** An answered turn. */
    private record Acknowledged(String session, String question) {}

    @TempDir
    Path data;

    @Test
    void no_acknowledged_message_is_missing_after_twenty_kills() throws Exception {
        Random random = new Random(20261121);
        Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
        for (int kill = 0; kill < KILLS; kill++) {
            talkUntilKilled(kill, 5 + random.nextInt(200), acknowledged);
        }

        try (Server server = Server.start(data)) {
            List<String> lost = new ArrayList<>();
            for (Acknowledged turn : acknowledged) {
                List<String> texts = server.history(turn.session());
                if (texts.size() != 2 || !texts.getFirst().equals(turn.question())) {
                    lost.add("\"" + turn.question() + "\" is stored as "
                            + server.get("/api/v1/chat/history/" + turn.session()));
                }
            }
            assertThat(lost).as("lost of " + acknowledged.size()).isEmpty();
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    /** Each turn is a conversation of its own, so that what the killed server left half done is told apart. */
    private void talkUntilKilled(int round, int turns, Queue<Acknowledged> acknowledged) throws Exception {
        Server server = Server.start(data);
        CountDownLatch enough = new CountDownLatch(turns);
        List<Thread> clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> Thread.ofVirtual().start(() -> {
                    for (int turn = 0; ; turn++) {
                        String question = "%d + %d + %d".formatted(round, client, turn);
                        try {
                            JsonNode answer = server.say(Map.of("message", question, "language", "en"));
                            acknowledged.add(
                                    new Acknowledged(answer.path("session_id").asText(), question));
                            enough.countDown();
                        } catch (IOException killed) {
                            return;
                        } catch (InterruptedException interrupted) {
                            Thread.currentThread().interrupt();
                            return;
                        }
                    }
                }))
                .toList();
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        server.kill();
        for (Thread client : clients) {
            client.join();
        }
    }
}
