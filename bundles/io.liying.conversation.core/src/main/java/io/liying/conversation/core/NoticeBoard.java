package io.liying.conversation.core;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands notices to the doors of a person, each door on a thread of its own so that a slow one delays nobody. */
@Component
public final class NoticeBoard implements Notices {

    private static final Logger log = LoggerFactory.getLogger(NoticeBoard.class);

    private final Map<String, List<Door>> doors = new ConcurrentHashMap<>();

    @Override
    public void publish(Notice notice) {
        for (Door door : doors.getOrDefault(notice.personId(), List.of())) {
            door.tell(notice);
        }
    }

    @Override
    public Subscription subscribe(String personId, Consumer<? super Notice> listener) {
        Door door = new Door(listener);
        doors.computeIfAbsent(personId, person -> new CopyOnWriteArrayList<>()).add(door);
        return () -> {
            doors.computeIfPresent(personId, (person, open) -> {
                open.remove(door);
                return open.isEmpty() ? null : open;
            });
            door.thread.shutdown();
        };
    }

    @Deactivate
    void deactivate() {
        doors.values().forEach(open -> open.forEach(door -> door.thread.shutdown()));
        doors.clear();
    }

    private static final class Door {

        private final Consumer<? super Notice> listener;
        private final ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("notices").factory());

        Door(Consumer<? super Notice> listener) {
            this.listener = listener;
        }

        void tell(Notice notice) {
            if (!thread.isShutdown()) {
                thread.execute(() -> {
                    try {
                        listener.accept(notice);
                    } catch (RuntimeException broken) {
                        log.warn("A door did not take the notice {}", notice.id(), broken);
                    }
                });
            }
        }
    }
}
