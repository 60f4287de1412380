package io.liying.http.rest;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.http.rest.turn.TurnDocuments;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/** A person's notices as an endless stream of events. */
@Component(configurationPid = "io.liying.api")
public final class NoticeStream implements Resource {

    /** Notices that wait for a client that does not read; a further one ends its stream. */
    private static final int MAX_WAITING = 256;

    private final Notices notices;
    private volatile Duration heartbeat;
    private final Set<BlockingQueue<Optional<Notice>>> open = ConcurrentHashMap.newKeySet();

    @Activate
    public NoticeStream(@Reference Notices notices, HeartbeatConfig config) {
        this.notices = notices;
        this.heartbeat = Duration.ofSeconds(config.heartbeat_seconds());
    }

    @Modified
    void modified(HeartbeatConfig config) {
        heartbeat = Duration.ofSeconds(config.heartbeat_seconds());
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                "GET",
                "/api/v1/notices",
                Route.Access.PERSON,
                "Streams what the person should know outside of turns, such as timers that ring.",
                Map.of(),
                Map.of(),
                Map.of(200, "Server-sent events \"notice\", and \"ping\" as a sign of life."),
                this::notices));
    }

    private Response notices(Request request) {
        return new Response.Events(sink -> stream(request.person().id(), sink));
    }

    private void stream(String personId, Response.Sink sink) throws IOException, InterruptedException {
        // an empty element ends the stream
        BlockingQueue<Optional<Notice>> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
        open.add(waiting);
        try (Notices.Subscription subscription = notices.subscribe(personId, notice -> add(waiting, notice))) {
            boolean going = true;
            while (going) {
                Optional<Notice> next = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    sink.send("ping", Map.of());
                } else if (next.isPresent()) {
                    sink.send("notice", TurnDocuments.of(next.get()));
                } else {
                    going = false;
                }
            }
        } finally {
            open.remove(waiting);
        }
    }

    private static void add(BlockingQueue<Optional<Notice>> waiting, Notice notice) {
        if (!waiting.offer(Optional.of(notice))) {
            waiting.clear();
            end(waiting);
        }
    }

    private static void end(BlockingQueue<Optional<Notice>> waiting) {
        while (!waiting.offer(Optional.empty())) {
            waiting.poll();
        }
    }

    /** Ends the streams: their clients connect again and find the next generation. */
    @Deactivate
    void close() {
        open.forEach(NoticeStream::end);
    }
}
