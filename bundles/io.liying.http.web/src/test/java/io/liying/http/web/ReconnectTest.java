package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.http.web.FakeLiYing.Fate;
import java.util.List;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconnectTest extends BrowserTest {

    @Test
    void a_message_that_did_not_arrive_is_sent_again() {
        liYing.fates.add(Fate.LOST_BEFORE);

        Page page = open().say("hello");

        page.awaitAnswer("You said: hello");
        assertThat(liYing.received).containsExactly("hello", "hello");
        assertThat(page.said()).containsExactly("hello");
    }

    @Test
    void a_message_that_arrived_is_not_said_twice() {
        liYing.fates.add(Fate.LOST_AFTER);

        Page page = open().say("hello");

        page.awaitAnswer("You said: hello");
        assertThat(liYing.received).containsExactly("hello");
    }

    @Test
    void a_turn_that_was_running_goes_on_over_the_new_connection() {
        liYing.fates.add(Fate.STALLED);
        liYing.replies = said -> Reply.of("one two three four");
        Page page = open().say("count").await("half", () -> liYing.received.size() == 1);
        page.await("half an answer", () -> page.answers().equals(List.of("one two")));

        liYing.sockets.forEach(Session::disconnect);
        page.await("resumed", () -> liYing.resumed.contains("s1") && !liYing.sockets.isEmpty());
        liYing.finish("count");

        page.awaitAnswer("one two three four");
        assertThat(liYing.received).containsExactly("count");
    }

    @Test
    void the_same_words_said_again_are_told_apart_from_the_first_ones() {
        Page page = open().say("again").awaitAnswer("You said: again");
        liYing.fates.add(Fate.LOST_BEFORE);

        page.say("again").await("two answers", () -> page.answers().size() == 2);

        assertThat(page.answers()).containsExactly("You said: again", "You said: again");
        assertThat(liYing.received).containsExactly("again", "again", "again");
        assertThat(liYing.history.messages("s1")).hasSize(4);
    }

    @Test
    void what_is_said_without_a_connection_is_sent_when_it_is_back() {
        Page page = open().say("before").awaitAnswer("You said: before");
        liYing.goAway();
        page.await(".connection");
        assertThat(page.text(".connection-text")).isIn("Connection lost. I’ll keep trying.", "Connecting…");

        page.say("after")
                .await(
                        "waiting",
                        () -> page.text(".turn:last-child .said-notes").equals("Will be sent when connected"));
        liYing.acceptSockets();

        page.awaitAnswer("You said: after");
        assertThat(liYing.history.messages("s1")).hasSize(4);
        assertThat(page.shows(".connection")).isFalse();
    }

    @Test
    void what_is_waiting_survives_a_reload() {
        Page page = open().say("before").awaitAnswer("You said: before");
        liYing.goAway();
        page.await(".connection").say("after");
        page.await("waiting", () -> page.phases().equals(List.of("done", "queued")));

        Page again = page.reload();
        liYing.acceptSockets();

        again.awaitAnswer("You said: after");
        assertThat(again.said()).containsExactly("before", "after");
        assertThat(liYing.received).containsExactly("before", "after");
    }
}
