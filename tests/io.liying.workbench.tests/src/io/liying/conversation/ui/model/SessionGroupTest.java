package io.liying.conversation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.Session;
import io.liying.conversation.ui.model.SessionGroup.Age;
import io.liying.i18n.api.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionGroupTest {

    @Test
    void sessions_are_grouped_by_the_day_of_the_persons_zone() {
        List<Session> sessions = Stream.of(
                        "2026-11-20T15:30:00Z", // already the 21st in Seoul
                        "2026-11-20T14:59:00Z",
                        "2026-11-15T00:00:00Z",
                        "2026-11-14T00:00:00Z")
                .map(at -> new Session(at, "owner", at, Language.KOREAN, Instant.parse(at), Instant.parse(at), 2))
                .toList();

        List<SessionGroup> groups = SessionGroup.of(sessions, LocalDate.parse("2026-11-21"), ZoneId.of("Asia/Seoul"));

        assertThat(groups).extracting(SessionGroup::age).containsExactly(Age.TODAY, Age.YESTERDAY, Age.WEEK, Age.OLDER);
    }
}
