package io.liying.plugin.core.guest;

import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One generation's part in what plugins tell each other; it hears on one thread of its own. */
final class GuestTopics implements PluginTopics, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GuestTopics.class);
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");
    private static final int LONGEST_TOPIC = 100;
    private static final int LONGEST_TEXT = 65_536;
    private static final int WAITING = 256;

    private final PluginDescriptor descriptor;
    private final TopicHub hub;
    private final Clock clock;
    private final Overtime overtime;
    private final Duration limit;
    private final ThreadPoolExecutor executor;
    private final Set<TopicHub.Listener> mine = ConcurrentHashMap.newKeySet();

    GuestTopics(
            PluginDescriptor descriptor,
            TopicHub hub,
            Clock clock,
            ThreadGroup threads,
            Overtime overtime,
            Duration limit) {
        this.descriptor = descriptor;
        this.hub = hub;
        this.clock = clock;
        this.overtime = overtime;
        this.limit = limit;
        executor = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(threads, task, threads.getName() + "-topics");
            thread.setDaemon(true);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public void publish(String topic, String text) {
        if (topic.length() > LONGEST_TOPIC || !TOPIC.matcher(topic).matches()) {
            throw new IllegalArgumentException(
                    "the topic \"" + topic + "\" is not of at most 100 lower-case letters, digits, hyphens and dots");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "a notice has at most " + LONGEST_TEXT + " characters, not " + text.length());
        }
        hub.publish(new Notice(descriptor.id(), topic, text, clock.instant()));
    }

    @Override
    public Subscription subscribe(String plugin, String topic, Consumer<Notice> listener) {
        if (!descriptor.permitted(Permission.Kind.EVENTS).contains(plugin)) {
            throw new SecurityException("the plugin \"" + descriptor.id()
                    + "\" has no permission for the events of the plugin \"" + plugin + '"');
        }
        Hearing hearing = new Hearing(plugin, topic, listener);
        mine.add(hearing);
        hub.add(hearing);
        return () -> end(hearing);
    }

    private void end(TopicHub.Listener hearing) {
        hub.remove(hearing);
        mine.remove(hearing);
    }

    @Override
    public void close() {
        mine.forEach(hub::remove);
        mine.clear();
        executor.shutdownNow();
    }

    private final class Hearing implements TopicHub.Listener {

        private final String plugin;
        private final String topic;
        private final Consumer<Notice> listener;

        Hearing(String plugin, String topic, Consumer<Notice> listener) {
            this.plugin = plugin;
            this.topic = topic;
            this.listener = listener;
        }

        @Override
        public boolean wants(String from, String about) {
            return plugin.equals(from)
                    && (topic.equals("*")
                            || topic.equals(about)
                            || topic.endsWith(".*") && about.startsWith(topic.substring(0, topic.length() - 1)));
        }

        @Override
        public void hear(Notice notice) {
            try {
                executor.execute(() -> overtime.run(() -> tell(notice), limit));
            } catch (RejectedExecutionException full) {
                log.warn("The plugin {} is {} notices behind; \"{}\" is dropped", descriptor.id(), WAITING, topic);
            }
        }

        private void tell(Notice notice) {
            try {
                listener.accept(notice);
            } catch (RuntimeException | LinkageError | StackOverflowError failure) {
                log.error("The plugin {} failed on \"{}\" of {}", descriptor.id(), topic, plugin, failure);
            }
        }
    }
}
