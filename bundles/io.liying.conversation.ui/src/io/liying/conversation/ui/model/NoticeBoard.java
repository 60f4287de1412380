package io.liying.conversation.ui.model;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.security.api.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What rang and was not dismissed yet. Called by the UI thread only. */
public final class NoticeBoard implements AutoCloseable {

    private final Engine engine;
    private final Threads threads;
    private final Runnable changed;
    private final Consumer<Notice> rang;
    private final List<Notice> notices = new ArrayList<>();
    private Optional<Notices> source = Optional.empty();
    private Optional<Notices.Subscription> subscription = Optional.empty();

    /**
     * @param changed called when there are other notices to show
     * @param rang called with each new one
     */
    NoticeBoard(Engine engine, Threads threads, Runnable changed, Consumer<Notice> rang) {
        this.engine = engine;
        this.threads = threads;
        this.changed = changed;
        this.rang = rang;
    }

    /** Oldest first. */
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    public void dismiss(String id) {
        notices.removeIf(notice -> notice.id().equals(id));
        changed.run();
    }

    /** Listens to the service that is there now. */
    void follow() {
        Optional<Notices> there = engine.notices();
        if (!there.equals(source)) {
            close();
            source = there;
            subscription = there.map(all ->
                    all.subscribe(Person.OWNER, notice -> threads.ui().execute(() -> ring(notice))));
        }
    }

    private void ring(Notice notice) {
        notices.add(notice);
        changed.run();
        rang.accept(notice);
    }

    @Override
    public void close() {
        subscription.ifPresent(Notices.Subscription::close);
        subscription = Optional.empty();
        source = Optional.empty();
    }
}
