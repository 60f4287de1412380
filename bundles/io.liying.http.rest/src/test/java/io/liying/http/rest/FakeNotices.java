package io.liying.http.rest;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Brings notices at once. */
final class FakeNotices implements Notices {

    private record Door(String personId, Consumer<? super Notice> listener) {}

    private final List<Door> doors = new CopyOnWriteArrayList<>();

    @Override
    public void publish(Notice notice) {
        doors.stream()
                .filter(door -> door.personId().equals(notice.personId()))
                .forEach(door -> door.listener().accept(notice));
    }

    @Override
    public Subscription subscribe(String personId, Consumer<? super Notice> listener) {
        Door door = new Door(personId, listener);
        doors.add(door);
        return () -> doors.remove(door);
    }

    long open(String personId) {
        return doors.stream().filter(door -> door.personId().equals(personId)).count();
    }
}
