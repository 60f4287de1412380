package io.liying.conversation.ui.model;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Notices;
import io.liying.skill.api.Skills;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The engine in the same process, as its services come and go. */
public final class EngineTracker implements Engine, AutoCloseable {

    private final ServiceTracker<Conversations, Conversations> conversations;
    private final ServiceTracker<History, History> history;
    private final ServiceTracker<Notices, Notices> notices;
    private final ServiceTracker<Skills, Skills> skills;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public EngineTracker(BundleContext context) {
        conversations = track(context, Conversations.class);
        history = track(context, History.class);
        notices = track(context, Notices.class);
        skills = track(context, Skills.class);
    }

    /** Begins to look for the services. Blocks while they start, so it is no work for the UI thread. */
    public void open() {
        List.of(history, conversations, skills, notices).forEach(ServiceTracker::open);
    }

    private <T> ServiceTracker<T, T> track(BundleContext context, Class<T> type) {
        return new ServiceTracker<>(context, type, null) {
            @Override
            public T addingService(ServiceReference<T> reference) {
                T service = super.addingService(reference);
                Thread.startVirtualThread(() -> listeners.forEach(Runnable::run));
                return service;
            }

            @Override
            public void removedService(ServiceReference<T> reference, T service) {
                super.removedService(reference, service);
                Thread.startVirtualThread(() -> listeners.forEach(Runnable::run));
            }
        };
    }

    @Override
    public Optional<Conversations> conversations() {
        return Optional.ofNullable(conversations.getService());
    }

    @Override
    public Optional<History> history() {
        return Optional.ofNullable(history.getService());
    }

    @Override
    public Optional<Notices> notices() {
        return Optional.ofNullable(notices.getService());
    }

    @Override
    public Optional<Skills> skills() {
        return Optional.ofNullable(skills.getService());
    }

    @Override
    public void listen(Runnable changed) {
        listeners.add(changed);
    }

    @Override
    public void close() {
        List.of(conversations, history, notices, skills).forEach(ServiceTracker::close);
    }
}
