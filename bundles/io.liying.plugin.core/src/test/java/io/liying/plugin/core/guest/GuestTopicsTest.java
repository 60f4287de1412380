package io.liying.plugin.core.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginTopics;
import io.liying.plugin.api.PluginTopics.Notice;
import io.liying.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(30)
class GuestTopicsTest {

    private final ManualClock clock = ManualClock.at("2026-11-21T09:00+01:00[Europe/Berlin]");
    private final TopicHub hub = new TopicHub();
    private final BlockingQueue<Notice> heard = new LinkedBlockingQueue<>();

    @Test
    void a_plugin_with_the_permission_hears_the_topics_it_asked_for() throws Exception {
        GuestTopics dice = topics("dice", Duration.ofSeconds(5));
        GuestTopics log = topics("log", Duration.ofSeconds(5), "dice");
        PluginTopics.Subscription all = log.subscribe("dice", "roll.*", heard::add);

        dice.publish("other", "not asked for");
        dice.publish("roll.six", "{\"sides\": 6}");

        assertThat(heard.poll(5, TimeUnit.SECONDS))
                .isEqualTo(new Notice("dice", "roll.six", "{\"sides\": 6}", clock.instant()));
        all.close();
        dice.publish("roll.six", "after the end");
        assertThat(heard).isEmpty();
    }

    @Test
    void without_the_permission_nothing_is_heard() {
        GuestTopics log = topics("log", Duration.ofSeconds(5), "timer");

        assertThatThrownBy(() -> log.subscribe("dice", "*", heard::add))
                .isInstanceOf(SecurityException.class)
                .hasMessage("the plugin \"log\" has no permission for the events of the plugin \"dice\"");
    }

    @Test
    void a_listener_that_throws_or_hangs_disturbs_neither_the_publisher_nor_the_next() throws Exception {
        GuestTopics dice = topics("dice", Duration.ofSeconds(5));
        GuestTopics hanging = topics("hanging", Duration.ofMillis(50), "dice");
        CountDownLatch interrupted = new CountDownLatch(1);
        hanging.subscribe("dice", "*", notice -> {
            if (notice.text().equals("hang")) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException ended) {
                    interrupted.countDown();
                }
            }
            throw new IllegalStateException("of the test");
        });
        GuestTopics log = topics("log", Duration.ofSeconds(5), "dice");
        log.subscribe("dice", "*", heard::add);

        dice.publish("roll", "hang");
        dice.publish("roll", "again");

        assertThat(heard.poll(5, TimeUnit.SECONDS).text()).isEqualTo("hang");
        assertThat(heard.poll(5, TimeUnit.SECONDS).text()).isEqualTo("again");
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_goes_on_though_it_was_interrupted_is_reported() throws Exception {
        Overtime overtime = new Overtime(Duration.ofMillis(20));
        CountDownLatch reported = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        overtime.onUnstoppable(reported::countDown);
        Thread guest = Thread.ofPlatform().start(() -> overtime.run(() -> stubborn(enough), Duration.ofMillis(20)));

        assertThat(reported.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(overtime.isSuspected()).isTrue();
        enough.countDown();
        guest.join();
    }

    @Test
    void too_long_notices_and_unusual_topics_are_refused() {
        GuestTopics dice = topics("dice", Duration.ofSeconds(5));

        assertThatThrownBy(() -> dice.publish("A topic", "text"))
                .hasMessage("the topic \"A topic\" is not of at most 100 lower-case letters, digits, hyphens and dots");
        assertThatThrownBy(() -> dice.publish("topic", "x".repeat(65_537)))
                .hasMessage("a notice has at most 65536 characters, not 65537");
    }

    private static void stubborn(CountDownLatch enough) {
        while (true) {
            try {
                enough.await();
                return;
            } catch (InterruptedException ignored) {
                Thread.onSpinWait();
            }
        }
    }

    private GuestTopics topics(String id, Duration limit, String... heard) {
        List<Permission> permissions = List.of(heard).stream()
                .map(plugin -> new Permission(Permission.Kind.EVENTS, plugin, Map.of()))
                .toList();
        PluginDescriptor descriptor = new PluginDescriptor(
                id, "1.0.0", Map.of(), Map.of(), "", "", "", Set.of(), permissions, Optional.empty());
        return new GuestTopics(descriptor, hub, clock, new ThreadGroup(id), new Overtime(Duration.ofSeconds(1)), limit);
    }
}
