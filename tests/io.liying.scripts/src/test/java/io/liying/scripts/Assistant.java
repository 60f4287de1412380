package io.liying.scripts;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnRequest;
import io.liying.conversation.core.PersonMemory;
import io.liying.conversation.core.TurnPipeline;
import io.liying.conversation.core.TurnQueue;
import io.liying.conversation.core.Understander;
import io.liying.i18n.api.DefaultLanguage;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.job.api.JobHandler;
import io.liying.network.api.WebClient;
import io.liying.nlu.api.Contacts;
import io.liying.nlu.api.EntityExtractor;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.LanguageDetector;
import io.liying.nlu.entity.LexiconEntityExtractor;
import io.liying.nlu.language.CompactLanguageDetector;
import io.liying.skill.api.Skill;
import io.liying.skill.api.Skills;
import io.liying.skill.api.Translator;
import io.liying.skill.calculator.CalculatorSkill;
import io.liying.skill.calendar.CalendarSkill;
import io.liying.skill.calendar.EventBell;
import io.liying.skill.calendar.PersonCalendars;
import io.liying.skill.clock.ClockSkill;
import io.liying.skill.core.SkillRegistry;
import io.liying.skill.memory.MemorySkill;
import io.liying.skill.notes.NotesSkill;
import io.liying.skill.smalltalk.SmalltalkSkill;
import io.liying.skill.timer.TimerBell;
import io.liying.skill.timer.TimerSkill;
import io.liying.skill.timer.alarm.AlarmBell;
import io.liying.skill.timer.alarm.AlarmSkill;
import io.liying.skill.translate.ServiceTranslator;
import io.liying.skill.translate.TranslateSkill;
import io.liying.skill.weather.WeatherSkill;
import io.liying.skill.websearch.WebSearchSkill;
import io.liying.storage.api.Database;
import io.liying.testkit.ManualClock;
import io.liying.testkit.MessageMemory;
import io.liying.testkit.PersonMemoryFake;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/** The whole assistant in one plain JVM, with a fixed clock and conversations in memory. */
final class Assistant implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final PersonMemoryFake people = new PersonMemoryFake();
    private final ManualClock clock;
    private final ClockedJobs jobs;
    private final List<JobHandler> bells;
    private final SkillRegistry registry;
    private final Wiring wiring = new Wiring();
    private Conversations conversations;
    private final List<Notice> notices = new ArrayList<>();
    private final String person = "ada-" + UUID.randomUUID();
    private final Map<String, String> sessions = new HashMap<>();

    Assistant(String at, Teachers teachers, Database database) throws ReflectiveOperationException {
        this(at, teachers, database, personId -> List.of());
    }

    /** Nothing stops here. */
    private static SkillRegistry registry(MessageFiles messages) throws ReflectiveOperationException {
        Bundle running = proxy(Bundle.class, Bundle.ACTIVE);
        Wiring wiring = new Wiring();
        wiring.add(messages);
        wiring.add(proxy(BundleContext.class, running));
        return wiring.make(SkillRegistry.class);
    }

    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    Assistant(String at, Teachers teachers, Database database, Contacts contacts) throws ReflectiveOperationException {
        this(at, teachers, database, contacts, new RecordedWeb(), Map.of(), List.of());
    }

    /**
     * With more than usual.
     *
     * @param settings keys of the configuration by their names in its annotations
     * @param guests skills besides the usual ones
     */
    Assistant(
            String at,
            Teachers teachers,
            Database database,
            Contacts contacts,
            WebClient web,
            Map<String, ?> settings,
            List<Skill> guests)
            throws ReflectiveOperationException {
        wiring.set(settings);
        clock = wiring.add(ManualClock.at(at));
        jobs = wiring.add(new ClockedJobs(clock));
        wiring.add(new CollectedNotices());
        wiring.add(new MessageMemory());
        wiring.add(database);
        wiring.add(web);
        wiring.add(people);
        wiring.add(new MessageFiles());
        wiring.add((DefaultLanguage) () -> Language.ENGLISH);
        wiring.make(CompactLanguageDetector.class);
        wiring.make(LexiconEntityExtractor.class);
        registry = wiring.add(registry(wiring.one(MessageFiles.class)));
        wiring.add(new LazySkills(registry));
        wiring.make(PersonCalendars.class);
        Translator translator = wiring.make(ServiceTranslator.class);
        for (Class<? extends Skill> skill : List.of(
                AlarmSkill.class,
                CalculatorSkill.class,
                CalendarSkill.class,
                ClockSkill.class,
                MemorySkill.class,
                NotesSkill.class,
                SmalltalkSkill.class,
                TimerSkill.class,
                TranslateSkill.class,
                WeatherSkill.class,
                WebSearchSkill.class)) {
            Wiring.call(registry, "addSkill", wiring.make(skill), Map.of());
        }
        for (Skill guest : guests) {
            Wiring.call(registry, "addSkill", guest, Map.of());
        }
        Wiring.call(registry, "setSlotTrainer", teachers.slots());
        Wiring.call(registry, "setTrainer", teachers.intents());
        bells = List.of(wiring.make(TimerBell.class), wiring.make(AlarmBell.class), wiring.make(EventBell.class));
        wiring.add(Wiring.make(
                Understander.class,
                wiring.one(LanguageDetector.class),
                List.of(wiring.one(EntityExtractor.class)),
                List.of(contacts)));
        wiring.make(PersonMemory.class);
        Wiring.call(wiring.make(TurnPipeline.class), "addTranslator", translator);
        conversations = wiring.make(TurnQueue.class);
    }

    /** What all skills together understand. */
    List<IntentExamples> intents() {
        awaitTraining();
        return registry.descriptions().stream()
                .flatMap(skill -> skill.intents().stream())
                .toList();
    }

    private void awaitTraining() {
        while (registry.waitingFor().isPresent()) {
            Thread.onSpinWait();
        }
    }

    /** Says something in the session, which begins with the first words. */
    TurnEvent say(String text) throws Exception {
        return say(person, text);
    }

    /** Says something as a person in her own session. */
    TurnEvent say(String who, String text) throws Exception {
        awaitTraining();
        Optional<String> session = Optional.ofNullable(sessions.get(who));
        Turn turn = conversations.start(TurnRequest.text(who, session, text), event -> {});
        sessions.put(who, turn.sessionId());
        return turn.outcome().toCompletableFuture().get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Stops the conversations and starts them again: what was only in memory is gone. */
    void restart() throws ReflectiveOperationException {
        Wiring.call(conversations, "deactivate");
        conversations = wiring.make(TurnQueue.class);
    }

    /** How often the state of a session was written. */
    int statesSaved() {
        return people.saved();
    }

    /** Lets time pass and returns what rang. */
    List<String> pass(Duration duration) throws Exception {
        notices.clear();
        clock.advance(duration);
        for (JobHandler bell : bells) {
            jobs.runDue(bell);
        }
        return notices.stream().map(Notice::text).toList();
    }

    @Override
    public void close() throws ReflectiveOperationException {
        Wiring.call(conversations, "deactivate");
        Wiring.call(registry, "deactivate");
    }

    private final class CollectedNotices implements Notices {

        @Override
        public void publish(Notice notice) {
            notices.add(notice);
        }

        @Override
        public Subscription subscribe(String personId, Consumer<? super Notice> listener) {
            throw new UnsupportedOperationException("the script reads the notices itself");
        }
    }

    private record LazySkills(Skills skills) implements ComponentServiceObjects<Skills> {

        @Override
        public Skills getService() {
            return skills;
        }

        @Override
        public void ungetService(Skills service) {}

        @Override
        public ServiceReference<Skills> getServiceReference() {
            throw new UnsupportedOperationException("there is no framework");
        }
    }
}
