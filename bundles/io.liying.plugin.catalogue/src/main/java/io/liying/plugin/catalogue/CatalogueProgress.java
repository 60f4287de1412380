package io.liying.plugin.catalogue;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Response;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginListener;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a client the steps of an installation as uploads do. A client that goes away does not end it. */
final class CatalogueProgress implements PluginListener {

    /** An installation. */
    @FunctionalInterface
    interface Installation {
        Map<String, Object> run(PluginListener progress) throws ProblemException, InterruptedException;
    }

    private static final Logger log = LoggerFactory.getLogger(CatalogueProgress.class);

    private final Response.Sink sink;
    private final Language language;
    private boolean gone;

    private CatalogueProgress(Response.Sink sink, Language language) {
        this.sink = sink;
        this.language = language;
    }

    static void run(Installation installation, Language language, Response.Sink sink) throws InterruptedException {
        CatalogueProgress progress = new CatalogueProgress(sink, language);
        try {
            progress.send("done", installation.run(progress));
        } catch (ProblemException problem) {
            Map<String, Object> document = new LinkedHashMap<>(problem.members());
            document.put("status", problem.status());
            document.put("code", problem.code());
            document.put("detail", problem.getMessage());
            progress.send("failed", document);
        }
    }

    @Override
    public void changed(PluginEvent event) {
        if (event instanceof PluginEvent.Failed) {
            // the end is told by what the installation itself returns or throws
            return;
        }
        String phase = event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("plugin", event.plugin());
        document.put("phase", phase);
        document.put("text", CatalogueDocuments.text(event.reasons(), language));
        switch (event) {
            case PluginEvent.Promoted promoted -> document.put("version", promoted.version());
            case PluginEvent.Removed removed -> document.put("version", removed.version());
            case PluginEvent.RolledBack back -> document.put("version", back.version());
            case PluginEvent.Draining draining -> document.put("turns", draining.turns());
            default -> {
                // the text says it all
            }
        }
        send(phase, document);
    }

    private synchronized void send(String name, Object data) {
        if (gone) {
            return;
        }
        try {
            sink.send(name, data);
        } catch (IOException left) {
            gone = true;
            log.debug("The client that waited for an installation is gone", left);
        }
    }
}
