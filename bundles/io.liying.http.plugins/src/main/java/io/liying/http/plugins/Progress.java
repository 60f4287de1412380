package io.liying.http.plugins;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Response;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginListener;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a client the steps of an operation as they happen. A client that goes away does not end the operation. */
final class Progress implements PluginListener {

    /** An operation on plugins. */
    @FunctionalInterface
    interface Operation {
        Object run(PluginListener progress) throws PluginException, ProblemException, InterruptedException, IOException;
    }

    private static final Logger log = LoggerFactory.getLogger(Progress.class);

    private final Response.Sink sink;
    private final Language language;
    private boolean gone;

    private Progress(Response.Sink sink, Language language) {
        this.sink = sink;
        this.language = language;
    }

    /** Runs an operation and tells its end, too: {@code done} with its result, or {@code failed} with the problem. */
    static void run(Operation operation, Language language, Response.Sink sink)
            throws InterruptedException, IOException {
        Progress progress = new Progress(sink, language);
        try {
            Object result = operation.run(progress);
            progress.send("done", result);
        } catch (ProblemException problem) {
            progress.send("failed", document(problem));
        } catch (PluginException refused) {
            progress.send("failed", document(Refusals.of(refused, language)));
        }
    }

    private static Map<String, Object> document(ProblemException problem) {
        Map<String, Object> document = new LinkedHashMap<>(problem.members());
        document.put("status", problem.status());
        document.put("code", problem.code());
        document.put("detail", problem.getMessage());
        return document;
    }

    @Override
    public void changed(PluginEvent event) {
        String phase = phase(event);
        // the end is told by what the operation itself returns or throws
        if (!(event instanceof PluginEvent.Failed)) {
            send(phase, document(event, phase, language));
        }
    }

    private synchronized void send(String name, @Nullable Object data) {
        if (gone) {
            return;
        }
        try {
            sink.send(name, data == null ? Map.of() : data);
        } catch (IOException left) {
            gone = true;
            log.debug("The client that waited for a plugin's progress is gone", left);
        }
    }

    private static Map<String, Object> document(PluginEvent event, String phase, Language language) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("plugin", event.plugin());
        document.put("phase", phase);
        document.put("text", Documents.text(event.reasons(), language));
        switch (event) {
            case PluginEvent.Promoted promoted -> document.put("version", promoted.version());
            case PluginEvent.Removed removed -> document.put("version", removed.version());
            case PluginEvent.RolledBack back -> document.put("version", back.version());
            case PluginEvent.Draining draining -> document.put("turns", draining.turns());
            case PluginEvent.Failed failed -> document.put("code", failed.code());
            default -> {
                // the text says it all
            }
        }
        return document;
    }

    /** The event's name in lower case: {@code promoted}, {@code rolledback}. */
    private static String phase(PluginEvent event) {
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
