package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import io.liying.skill.api.PersonContext;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.Skills;
import io.liying.skill.api.TranslationException;
import io.liying.skill.api.Translator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people use skills that lack their language: such a skill is asked in one it has, and its answer is translated, or given
 * as it is with a word of explanation. What means nothing in the person's language is translated for it. Safe for use by
 * many threads.
 */
final class SkillLanguages {

    private static final Logger log = LoggerFactory.getLogger(SkillLanguages.class);

    /** From this on words count as meant that are not in the language they were taken for. */
    private static final double SURE = 0.85;

    /** Who asks a skill for something does it with fewer characters. */
    private static final int LONGEST_QUESTION = 500;

    private final DialogueTexts texts;
    private final Skills skills;
    private volatile @Nullable Translator translator;

    SkillLanguages(DialogueTexts texts, Skills skills) {
        this.texts = texts;
        this.skills = skills;
    }

    void use(Translator added) {
        translator = added;
    }

    void forget(Translator removed) {
        if (translator == removed) {
            translator = null;
        }
    }

    /** What words mean; those of a skill that lacks their language are known as they are said in its own. */
    IntentResult meant(String text, Language language) {
        IntentModel model = skills.model();
        IntentResult meant = model.classify(text, language);
        if (meant.intent().isPresent()) {
            return meant;
        }
        return skills.descriptions().stream()
                .filter(skill -> !skill.languages().contains(language))
                .map(skill -> model.classify(text, spoken(skill, language)))
                .filter(result -> result.confidence() >= SURE && lacks(result, language))
                .findFirst()
                .orElse(meant);
    }

    /** Words that mean nothing in the person's language, in one of a skill that lacks hers. */
    record Question(String text, Language language, IntentResult intent) {}

    /**
     * What words mean to a skill that lacks their language; blocks on the translation service if there are both, within its
     * time limit.
     */
    Optional<Question> question(String text, Language language) throws InterruptedException {
        Translator current = translator;
        if (current == null || text.length() > LONGEST_QUESTION) {
            return Optional.empty();
        }
        List<Language> others = skills.descriptions().stream()
                .filter(skill -> !skill.languages().contains(language))
                .map(skill -> spoken(skill, language))
                .distinct()
                .toList();
        if (others.isEmpty() || current.service().isEmpty()) {
            return Optional.empty();
        }
        try {
            for (Language other : others) {
                String words = current.translate(text, language, other);
                IntentResult meant = skills.model().classify(words, other);
                if (meant.confidence() >= SURE && isAsked(meant, language, other)) {
                    return Optional.of(new Question(words, other, meant));
                }
            }
        } catch (TranslationException failure) {
            log.warn("A question was not translated: {}", failure.getMessage());
        }
        return Optional.empty();
    }

    /** Whether an intent belongs to a skill that lacks a language and is asked in another. */
    private boolean isAsked(IntentResult meant, Language lacking, Language other) {
        return lacks(meant, lacking)
                && meant.intent()
                        .flatMap(texts::skill)
                        .filter(skill -> spoken(skill, lacking) == other)
                        .isPresent();
    }

    private boolean lacks(IntentResult result, Language language) {
        return result.intent()
                .flatMap(texts::skill)
                .filter(skill -> !skill.languages().contains(language))
                .isPresent();
    }

    /** The language in which a skill is asked: the person's, else English, else any it has. */
    static Language spoken(SkillDescription skill, Language wanted) {
        Set<Language> languages = skill.languages();
        if (languages.contains(wanted)) {
            return wanted;
        }
        return languages.contains(Language.ENGLISH)
                ? Language.ENGLISH
                : languages.stream().sorted().findFirst().orElse(wanted);
    }

    /** The person as a skill sees her that speaks another language with her. */
    static PersonContext person(PersonContext person, Language spoken, Language wanted) {
        return spoken == wanted
                ? person
                : new PersonContext(
                        PersonContext.unknown(spoken).formality(),
                        person.timeFormat(),
                        person.place(),
                        person.language(),
                        person.recent());
    }

    /**
     * An answer in the language that was heard; its data say under {@code translation} from which language, by whom, and how
     * the question was translated, if it was.
     */
    SkillAnswer translated(SkillAnswer answer, Language from, Heard heard) throws InterruptedException {
        if (from == heard.language()) {
            return answer;
        }
        Said said = say(answer.text(), from, heard);
        Map<String, String> marks = new HashMap<>(said.marks());
        heard.translated().ifPresent(question -> marks.put("asked", question.text()));
        Map<String, Object> data = new HashMap<>(answer.data());
        data.put("translation", Map.copyOf(marks));
        return new SkillAnswer(
                said.text(),
                data,
                answer.needsClarification(),
                answer.needsConfirmation(),
                answer.asksFor(),
                answer.referents());
    }

    /** The conversation's question for a slot, which stands in the intent files of the skill. */
    Move.Say translated(Move.Say say, Heard heard) throws InterruptedException {
        Optional<OpenQuestion> open = say.state()
                .question()
                .filter(question -> question.kind() == OpenQuestion.Kind.SLOT
                        && question.text().equals(say.text()));
        Optional<Language> from = open.flatMap(
                        question -> texts.skill(question.call().intent()))
                .map(skill -> spoken(skill, heard.language()))
                .filter(language -> language != heard.language());
        if (from.isEmpty()) {
            return say;
        }
        Said said = say(say.text(), from.get(), heard);
        OpenQuestion question = open.orElseThrow().worded(said.text());
        return new Move.Say(
                said.text(), say.question(), say.intent(), say.state().closed().asking(question));
    }

    private record Said(String text, Map<String, String> marks) {}

    private Said say(String text, Language from, Heard heard) throws InterruptedException {
        Translator current = translator;
        Optional<String> service = current == null ? Optional.empty() : current.service();
        if (current == null || service.isEmpty()) {
            return untranslated(text, from, heard, "off", "");
        }
        try {
            return new Said(
                    current.translate(text, from, heard.language()), Map.of("from", from.code(), "by", service.get()));
        } catch (TranslationException failure) {
            log.warn("{} did not translate an answer: {}", service.get(), failure.getMessage());
            return untranslated(text, from, heard, "failed", service.get());
        }
    }

    private Said untranslated(String text, Language from, Heard heard, String why, String service) {
        String name = from.locale().getDisplayLanguage(heard.language().locale());
        return new Said(
                texts.text(heard, "untranslated." + why, Map.of("language", name, "service", service)) + "\n" + text,
                Map.of("from", from.code(), "missing", why));
    }
}
