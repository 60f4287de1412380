package io.liying.conversation.store;

import io.liying.conversation.api.Message;
import io.liying.conversation.api.Message.Role;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.storage.api.Durability;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import io.liying.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message log and a history on a real database file. */
final class ConversationFixture implements AutoCloseable {

    final ManualClock clock = ManualClock.at("2026-11-21T09:00:00+09:00[Asia/Seoul]");
    final GroupedDatabase database;
    final DatabaseMessageLog log;
    final DatabaseHistory history;
    final List<String> deleted = new ArrayList<>();
    private int turns;

    ConversationFixture(Path folder) {
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
        log = new DatabaseMessageLog(database);
        history = new DatabaseHistory(database, new MessageFiles(), clock, deleted::add);
    }

    void say(String person, String session, Language language, String text) {
        append(person, message(session, Role.PERSON, language, text));
    }

    void answer(String person, String session, Language language, String text) {
        append(person, message(session, Role.ASSISTANT, language, text));
    }

    void append(String person, Message message) {
        log.append(person, message).toCompletableFuture().join();
    }

    Message message(String session, Role role, Language language, String text) {
        clock.advance(Duration.ofSeconds(1));
        return new Message(
                session,
                "turn-" + ++turns,
                role,
                text,
                language,
                Optional.empty(),
                0,
                List.of(),
                Map.of(),
                clock.instant());
    }

    @Override
    public void close() {
        database.close();
    }
}
