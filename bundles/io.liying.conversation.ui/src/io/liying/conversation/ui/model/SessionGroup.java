package io.liying.conversation.ui.model;

import io.liying.conversation.api.Session;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Sessions that were last used at about the same time. */
public record SessionGroup(Age age, List<Session> sessions) {

    /** How long ago. */
    public enum Age {
        TODAY,
        YESTERDAY,
        WEEK,
        OLDER;

        static Age of(LocalDate day, LocalDate today) {
            if (!day.isBefore(today)) {
                return TODAY;
            }
            if (day.equals(today.minusDays(1))) {
                return YESTERDAY;
            }
            return day.isAfter(today.minusDays(7)) ? WEEK : OLDER;
        }
    }

    /** Groups sessions that are in the order of their last use. */
    public static List<SessionGroup> of(List<Session> sessions, LocalDate today, ZoneId zone) {
        List<SessionGroup> groups = new ArrayList<>();
        for (Session session : sessions) {
            Age age = Age.of(session.updatedAt().atZone(zone).toLocalDate(), today);
            if (groups.isEmpty() || groups.getLast().age() != age) {
                groups.add(new SessionGroup(age, new ArrayList<>()));
            }
            groups.getLast().sessions().add(session);
        }
        return groups;
    }
}
