package io.liying.console.core;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Notices;
import io.liying.runtime.api.Readiness;
import io.liying.security.api.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;

/** The chat in this process. When the person quits, LiYing ends. */
@Component(
        name = LocalChat.NAME,
        service = {},
        immediate = true,
        enabled = false)
public final class LocalChat {

    static final String NAME = "io.liying.console.core.LocalChat";

    /** What a script gets to know: 1 if something that was asked failed. */
    private static final String EXIT_CODE = "liying.exit.code";

    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(10);

    private final BundleContext context;
    private final Backend backend;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    @Activate
    public LocalChat(
            BundleContext context,
            @Reference Conversations conversations,
            @Reference History history,
            @Reference Notices notices) {
        this.context = context;
        this.backend = new LocalBackend(Person.OWNER, conversations, history, notices);
        this.thread = Thread.ofPlatform().name("chat").daemon().start(this::talk);
    }

    @Deactivate
    public void close() {
        closed.countDown();
        thread.interrupt();
        backend.close();
    }

    private void talk() {
        Path data =
                Path.of(Optional.ofNullable(context.getProperty("liying.data")).orElse("data"));
        try {
            awaitReady();
            AtomicReference<Texts> texts = new AtomicReference<>(Texts.ofMachine());
            try (Screen screen = Screens.open(data)) {
                boolean allDone = new Dialogue(backend, screen, texts, ZoneId.systemDefault()).run();
                System.setProperty(EXIT_CODE, allDone ? "0" : "1");
            }
            context.getBundle(Constants.SYSTEM_BUNDLE_ID).stop();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (BundleException failure) {
            LoggerFactory.getLogger(LocalChat.class).error("LiYing does not end", failure);
        }
    }

    /** The first words must not meet a LiYing that has not yet learnt its intents. */
    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (busyStarting() && System.nanoTime() < end) {
            if (closed.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("LiYing ends before it was ready");
            }
        }
    }

    private boolean busyStarting() {
        try {
            for (ServiceReference<Readiness> reference : context.getServiceReferences(Readiness.class, null)) {
                Readiness work = context.getService(reference);
                if (work != null && work.waitingFor().isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
