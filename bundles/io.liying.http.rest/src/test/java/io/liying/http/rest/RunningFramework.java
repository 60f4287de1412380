package io.liying.http.rest;

import io.liying.conversation.api.History;
import io.liying.conversation.api.Notices;
import io.liying.security.api.Authenticator;
import io.liying.skill.api.Skills;
import io.liying.testkit.http.ServerFramework;
import java.util.Map;

/** A real server with fake conversations behind it, and small limits that are quickly reached. */
final class RunningFramework extends ServerFramework {

    static final Map<String, Object> API = Map.of(
            "port", 0,
            "max.body.bytes", 4096,
            "body.seconds", 1,
            "idle.seconds", 2,
            "heartbeat.seconds", 1,
            "socket.queue", 50);

    static final Map<String, Object> SECURITY = Map.of(
            "rate.per.minute", 100, "socket.messages.per.second", 50, "allowed.origins", "https://intranet.example");

    private final FakeConversations conversations = new FakeConversations();
    private final FakeHistory history = new FakeHistory();
    private final FakeNotices notices = new FakeNotices();

    RunningFramework() throws Exception {
        super(
                "io.liying.conversation.api",
                "io.liying.nlu.api",
                "io.liying.skill.api",
                "io.liying.speech.api",
                "io.liying.speech.api.voice");
        conversations.register(context());
        context().registerService(History.class, history, null);
        context().registerService(Notices.class, notices, null);
        context().registerService(Skills.class, new FakeSkills(), null);
        context().registerService(Authenticator.class, new FakeAuthenticator(), null);
        begin(Map.of("io.liying.api", API, "io.liying.security", SECURITY));
    }

    FakeConversations conversations() {
        return conversations;
    }

    FakeHistory history() {
        return history;
    }

    FakeNotices notices() {
        return notices;
    }
}
