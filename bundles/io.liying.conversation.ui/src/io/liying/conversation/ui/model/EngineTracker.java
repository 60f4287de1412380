package io.liying.conversation.ui.model;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Notices;
import io.liying.skill.api.Skills;
import io.liying.speech.api.SpeechTexts;
import io.liying.speech.api.voice.VoiceSessions;
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
    private final ServiceTracker<VoiceSessions, ServiceReference<VoiceSessions>> voices;
    private final ServiceTracker<SpeechTexts, ServiceReference<SpeechTexts>> speechTexts;
    private final BundleContext context;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public EngineTracker(BundleContext context) {
        this.context = context;
        conversations = track(context, Conversations.class);
        history = track(context, History.class);
        notices = track(context, Notices.class);
        skills = track(context, Skills.class);
        voices = reference(VoiceSessions.class);
        speechTexts = reference(SpeechTexts.class);
    }

    /** Begins to look for the services. Blocks while they start, so it is no work for the UI thread. */
    public void open() {
        List.of(history, conversations, skills, notices, voices, speechTexts).forEach(ServiceTracker::open);
    }

    /** A tracker that starts nothing: the service is made when it is asked for. */
    private <T> ServiceTracker<T, ServiceReference<T>> reference(Class<T> type) {
        return new ServiceTracker<>(context, type, null) {
            @Override
            public ServiceReference<T> addingService(ServiceReference<T> reference) {
                changed();
                return reference;
            }

            @Override
            public void removedService(ServiceReference<T> reference, ServiceReference<T> same) {
                changed();
            }
        };
    }

    private void changed() {
        Thread.startVirtualThread(() -> listeners.forEach(Runnable::run));
    }

    private <T> Optional<T> made(ServiceTracker<T, ServiceReference<T>> tracker) {
        return Optional.ofNullable(tracker.getServiceReference()).map(context::getService);
    }

    private <T> ServiceTracker<T, T> track(BundleContext context, Class<T> type) {
        return new ServiceTracker<>(context, type, null) {
            @Override
            public T addingService(ServiceReference<T> reference) {
                T service = super.addingService(reference);
                changed();
                return service;
            }

            @Override
            public void removedService(ServiceReference<T> reference, T service) {
                super.removedService(reference, service);
                changed();
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
    public boolean canTalk() {
        return voices.getServiceReference() != null;
    }

    @Override
    public Optional<VoiceSessions> voices() {
        return made(voices);
    }

    @Override
    public Optional<SpeechTexts> speechTexts() {
        return made(speechTexts);
    }

    @Override
    public void listen(Runnable changed) {
        listeners.add(changed);
    }

    @Override
    public void close() {
        List.of(conversations, history, notices, skills, voices, speechTexts).forEach(ServiceTracker::close);
    }
}
