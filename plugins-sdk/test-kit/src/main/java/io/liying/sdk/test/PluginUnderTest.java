package io.liying.sdk.test;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.MessageLog;
import io.liying.conversation.api.SessionStates;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnRefusedException;
import io.liying.conversation.api.TurnRequest;
import io.liying.i18n.api.DefaultLanguage;
import io.liying.i18n.api.Language;
import io.liying.memory.api.Memory;
import io.liying.plugin.api.PluginContext;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.SelfTest;
import io.liying.runtime.api.Readiness;
import io.liying.testkit.ManualClock;
import io.liying.testkit.MessageMemory;
import io.liying.testkit.PersonMemoryFake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** A plugin that runs in a framework of its own, and a person who talks with it. */
final class PluginUnderTest implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Framework framework;
    private final ManualClock clock;
    private final ScriptedContext context;
    private Optional<String> session = Optional.empty();

    private PluginUnderTest(Framework framework, ManualClock clock, ScriptedContext context) {
        this.framework = framework;
        this.clock = clock;
        this.context = context;
    }

    static PluginUnderTest start(Path jar, Path folder, Script script, Language language) throws Exception {
        PluginDescriptor descriptor = Descriptors.of(jar);
        ManualClock clock = ManualClock.at(script.at());
        Path own = Files.createDirectories(folder.resolve("plugin"));
        ScriptedContext context = new ScriptedContext(descriptor, jar, own, script, clock);
        Framework framework = Framework.start(folder);
        PluginUnderTest plugin = new PluginUnderTest(framework, clock, context);
        try {
            plugin.install(jar, language);
            return plugin;
        } catch (Exception | AssertionError failure) {
            plugin.close();
            throw failure;
        }
    }

    private void install(Path jar, Language language) throws Exception {
        BundleContext bundles = framework.context();
        MessageMemory memory = new MessageMemory();
        bundles.registerService(MessageLog.class, memory, null);
        bundles.registerService(History.class, memory, null);
        PersonMemoryFake people = new PersonMemoryFake();
        bundles.registerService(Memory.class, people, null);
        bundles.registerService(SessionStates.class, people, null);
        bundles.registerService(Clock.class, clock, null);
        bundles.registerService(DefaultLanguage.class, () -> language, null);
        bundles.registerService(PluginContext.class, context, null);
        bundles.installBundle(jar.toUri().toString());
        framework.startBundles();
        for (SelfTest test : framework.services(SelfTest.class)) {
            test.check();
        }
    }

    /** Says something in the session, which begins with the first words. */
    TurnEvent say(String text)
            throws IOException, InterruptedException, ExecutionException, TimeoutException, TurnRefusedException {
        awaitReady();
        Turn turn = framework.service(Conversations.class).start(TurnRequest.text("ada", session, text), event -> {});
        session = Optional.of(turn.sessionId());
        return turn.outcome().toCompletableFuture().get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (framework.services(Readiness.class).stream()
                .anyMatch(part -> part.waitingFor().isPresent())) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("the plugin's phrases were not learnt in " + LONGEST_WAIT);
            }
            Thread.onSpinWait();
        }
    }

    /** Lets time pass; the plugin's tasks that are due run. */
    void pass(Duration length) {
        clock.advance(length);
        context.runDue();
    }

    @Override
    public void close() throws BundleException, InterruptedException, SQLException {
        framework.close();
        context.close();
    }
}
