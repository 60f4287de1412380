package io.liying.nlu.training;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentTrainer;
import io.liying.nlu.api.training.TrainingException;
import io.liying.nlu.api.training.Version;
import io.liying.nlu.training.read.Sentence;
import io.liying.skill.api.Skills;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Finds or makes what is measured: what understands people now, the skills alone, a version. */
final class Subjects {

    static final String LIVE = "live";
    static final String SKILLS = "skills";

    private final Skills skills;
    private final IntentTrainer trainer;
    private final VersionStore versions;
    private final Map<Integer, SoftReference<Subject>> learnt = new ConcurrentHashMap<>();

    Subjects(Skills skills, IntentTrainer trainer, VersionStore versions) {
        this.skills = skills;
        this.trainer = trainer;
        this.versions = versions;
    }

    /** The intents of the installed skills. */
    Set<String> intents() {
        Set<String> intents = new TreeSet<>();
        skillPhrases().forEach(intent -> intents.add(intent.intent()));
        return intents;
    }

    private List<IntentExamples> skillPhrases() {
        Map<String, IntentExamples> phrases = new TreeMap<>();
        skills.descriptions()
                .forEach(skill -> skill.intents().forEach(intent -> phrases.putIfAbsent(intent.intent(), intent)));
        return List.copyOf(phrases.values());
    }

    /** Remembers what a training has just learnt, as long as there is memory. */
    void remember(int version, Subject subject) {
        learnt.put(version, new SoftReference<>(subject));
    }

    /**
     * Finds or learns a subject; what it would understand in other languages than these is not learnt.
     *
     * @throws TrainingException if there is none of that name
     */
    Subject find(String name, Set<Language> languages) throws TrainingException, IOException {
        if (name.equals(LIVE)) {
            return new Subject(name, skills.model(), joined(ownNow()), languages, 0, 0);
        }
        if (name.equals(SKILLS)) {
            return learn(name, skillPhrases(), languages, 0);
        }
        int number = number(name);
        SoftReference<Subject> known = learnt.get(number);
        Subject subject = known == null ? null : known.get();
        if (subject != null && subject.languages().containsAll(languages)) {
            return subject;
        }
        Version version = versions.find(number).orElseThrow(() -> unknown(name));
        List<Sentence> own = OwnSentence.plain(versions.sentences(number));
        Subject made = version.model().equals(Version.ASSISTANT) ? ofAssistant(name, own, languages) : alone(name, own);
        remember(number, made);
        return made;
    }

    /** Whether there is something of that name, without learning it. */
    void check(String name) throws TrainingException, IOException {
        if (!name.equals(LIVE)
                && !name.equals(SKILLS)
                && versions.find(number(name)).isEmpty()) {
            throw unknown(name);
        }
    }

    private static int number(String name) throws TrainingException {
        try {
            return Integer.parseInt(name);
        } catch (NumberFormatException none) {
            throw unknown(name);
        }
    }

    static TrainingException unknown(String name) {
        return new TrainingException("version.unknown", Map.of("version", name));
    }

    private List<Sentence> ownNow() throws IOException {
        OptionalInt active = versions.active().of(Version.ASSISTANT);
        return active.isEmpty() ? List.of() : OwnSentence.plain(versions.sentences(active.getAsInt()));
    }

    /** The skills' phrases and a person's own for their intents. */
    Subject ofAssistant(String name, List<Sentence> own, Set<Language> languages) {
        return learn(name, joined(own), languages, own.size());
    }

    /** A person's sentences alone. */
    Subject alone(String name, List<Sentence> own) {
        return learn(name, OwnSentence.examples(own), EnumSet.allOf(Language.class), own.size());
    }

    private Subject learn(String name, Collection<IntentExamples> phrases, Set<Language> languages, int ownSentences) {
        long begin = System.nanoTime();
        IntentModel model = trainer.trainFully(phrases.stream()
                .map(intent -> new IntentExamples(intent.intent(), in(languages, intent.phrases())))
                .toList());
        return new Subject(name, model, phrases, languages, ownSentences, (System.nanoTime() - begin) / 1e9);
    }

    private static Map<Language, List<String>> in(Set<Language> languages, Map<Language, List<String>> phrases) {
        Map<Language, List<String>> some = new EnumMap<>(Language.class);
        phrases.forEach((language, texts) -> {
            if (languages.contains(language)) {
                some.put(language, texts);
            }
        });
        return some;
    }

    private Collection<IntentExamples> joined(List<Sentence> own) {
        return IntentExamples.withOwn(skillPhrases(), OwnSentence.examples(own));
    }
}
