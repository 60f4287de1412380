package io.liying.skill.clock;

import io.liying.i18n.api.Language;
import io.liying.memory.api.Fact;
import io.liying.memory.api.Memory;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import io.liying.nlu.api.TimeSpan;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Words;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Finds the day that somebody asks for, such as "my birthday", in what she asked to be remembered. */
@Component(service = RememberedDays.class)
public final class RememberedDays {

    private static final Set<String> MOMENTS = Set.of(Entity.DATE, Entity.DATETIME, Entity.INTERVAL, Entity.RECURRENCE);

    /** "My birthday is in March" names no day. */
    private static final Set<String> LONG = Set.of("month", "quarter", "season", "year");

    private final Words words = Words.beside(RememberedDays.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Memory memory;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<EntityExtractor> extractors;

    @Activate
    @SuppressWarnings("NullAway.Init") // declarative services set the fields before the activation
    public RememberedDays() {}

    RememberedDays(@Nullable Memory memory, List<EntityExtractor> extractors) {
        this.memory = memory;
        this.extractors = extractors;
    }

    /** The next such day; empty if no fact has a day and all that the question is about. */
    Optional<TimeSpan> find(SkillRequest request) {
        Memory remembered = memory;
        if (remembered == null) {
            return Optional.empty();
        }
        Topic asked = Topic.of(request.text(), request.language(), words);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        return remembered.facts(request.personId()).stream()
                .flatMap(fact -> candidate(fact, asked, request).stream())
                .min(Comparator.comparingInt(Candidate::unasked))
                .map(Candidate::span);
    }

    /** A fact's day and how much else the fact says. */
    private record Candidate(TimeSpan span, int unasked) {}

    private Optional<Candidate> candidate(Fact fact, Topic asked, SkillRequest request) {
        ZonedDateTime told = fact.at().atZone(request.now().getZone());
        return moment(fact, told).flatMap(moment -> {
            String rest =
                    fact.text().substring(0, moment.start()) + " " + fact.text().substring(moment.end());
            Topic known = Topic.of(rest, fact.language(), words);
            boolean yearly = words.has(fact.language(), "yearly", fact.text());
            return asked.isIn(known, fact.text())
                    ? day(fact, moment, yearly, request.now()).map(span -> new Candidate(span, known.length()))
                    : Optional.empty();
        });
    }

    private Optional<TimeSpan> day(Fact fact, Entity moment, boolean yearly, ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        Optional<TimeSpan> told = TimeSpan.of(moment, today);
        if (yearly) {
            return told.map(span -> whole(next(span.firstDay(), today)));
        }
        if (told.isEmpty() || !told.get().lastDay().isBefore(today) || saysYear(fact, told.get())) {
            return told;
        }
        // What was said without a year, or comes again and again, is still ahead; "next Friday" was then.
        return moment(fact, now)
                .filter(again -> again.type().equals(Entity.RECURRENCE) || isSameDay(again, told.get(), today))
                .flatMap(again -> TimeSpan.of(again, today))
                .or(() -> told);
    }

    private static boolean isSameDay(Entity again, TimeSpan told, LocalDate today) {
        return TimeSpan.of(again, today)
                .filter(span -> MonthDay.from(span.start()).equals(MonthDay.from(told.start())))
                .isPresent();
    }

    private static boolean saysYear(Fact fact, TimeSpan span) {
        return fact.text().contains(Integer.toString(span.firstDay().getYear()));
    }

    private static LocalDate next(LocalDate day, LocalDate today) {
        MonthDay every = MonthDay.from(day);
        LocalDate thisYear = every.atYear(today.getYear());
        return thisYear.isBefore(today) ? every.atYear(today.getYear() + 1) : thisYear;
    }

    private static TimeSpan whole(LocalDate day) {
        return new TimeSpan(day.atStartOfDay(), day.plusDays(1).atStartOfDay());
    }

    private Optional<Entity> moment(Fact fact, ZonedDateTime reference) {
        Language language = fact.language();
        return extractors.stream()
                .flatMap(extractor -> extractor.extract(fact.text(), language, reference).stream())
                .filter(entity -> MOMENTS.contains(entity.type())
                        && entity.value().indexOf('-') > 0
                        && entity.attribute("grain").filter(LONG::contains).isEmpty())
                .findFirst();
    }
}
