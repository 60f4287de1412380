package io.liying.plugin.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuarantineNoticeTest {

    private final List<Notice> told = new ArrayList<>();
    private final Notices notices = new Notices() {
        @Override
        public void publish(Notice notice) {
            told.add(notice);
        }

        @Override
        public Subscription subscribe(String personId, Consumer<? super Notice> listener) {
            throw new UnsupportedOperationException();
        }
    };

    @Test
    void the_owner_hears_of_a_plugin_that_was_set_aside_and_of_nothing_else() {
        Clock noon = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
        QuarantineNotice listener = new QuarantineNotice(notices, () -> Language.KOREAN, noon);

        listener.changed(new PluginEvent.Staged("dice", Map.of()));
        listener.changed(new PluginEvent.Quarantined(
                "dice", Map.of(Language.ENGLISH, "dice was set aside", Language.KOREAN, "dice를 격리했습니다")));

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().personId()).isEqualTo("owner");
        assertThat(told.getFirst().kind()).isEqualTo("plugin.quarantined");
        assertThat(told.getFirst().text()).isEqualTo("dice를 격리했습니다");
        assertThat(told.getFirst().data()).isEqualTo(Map.of("plugin", "dice"));
        assertThat(told.getFirst().at()).isEqualTo(noon.instant());
    }
}
