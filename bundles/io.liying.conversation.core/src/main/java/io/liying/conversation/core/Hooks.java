package io.liying.conversation.core;

import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnHook;
import io.liying.i18n.api.Language;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the hooks of a turn, each within its time limit; one that fails or hangs is skipped and reported. */
final class Hooks {

    private static final Logger log = LoggerFactory.getLogger(Hooks.class);

    private final List<TurnHook> hooks;
    private final Duration limit;

    Hooks(List<TurnHook> hooks, Duration limit) {
        this.hooks = List.copyOf(hooks);
        this.limit = limit;
    }

    String messageReceived(String personId, String sessionId, String text) throws InterruptedException {
        String result = text;
        for (TurnHook hook : hooks) {
            String before = result;
            result = call("message_received", hook, before, () -> hook.messageReceived(personId, sessionId, before));
        }
        return result;
    }

    String responseReady(String personId, String sessionId, Language language, String text)
            throws InterruptedException {
        String result = text;
        for (TurnHook hook : hooks) {
            String before = result;
            result = call(
                    "response_ready", hook, before, () -> hook.responseReady(personId, sessionId, language, before));
        }
        return result;
    }

    void messageProcessed(String personId, TurnEvent outcome) throws InterruptedException {
        for (TurnHook hook : hooks) {
            call("message_processed", hook, "", () -> {
                hook.messageProcessed(personId, outcome);
                return "";
            });
        }
    }

    private String call(String name, TurnHook hook, String otherwise, Callable<String> body)
            throws InterruptedException {
        FutureTask<String> task = new FutureTask<>(body);
        Thread thread = Thread.ofVirtual().name("hook-" + name).start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            log.warn("Hook {} failed at {} and was skipped", hook.getClass().getName(), name, failure.getCause());
        } catch (TimeoutException tooSlow) {
            thread.interrupt();
            log.warn(
                    "Hook {} took longer than {} at {} and was skipped",
                    hook.getClass().getName(),
                    limit,
                    name);
        } catch (InterruptedException ended) {
            thread.interrupt();
            throw ended;
        }
        return otherwise;
    }
}
