package io.liying.skill.memory;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Slot;
import io.liying.skill.api.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the name that somebody gives herself. */
final class PersonName {

    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 5;
    private static final Pattern WORD_BEGIN = Pattern.compile("(?<![\\p{L}'’])\\p{Ll}");

    private static final int FIRST_SYLLABLE = '가';
    private static final int LAST_SYLLABLE = '힣';
    private static final int FINAL_CONSONANTS = 28;

    private final Words words;

    PersonName(Words words) {
        this.words = words;
    }

    /** The name in "my name is Sam". */
    Optional<String> said(String text, Language language) {
        return words.find(language, "name.said", text).flatMap(match -> name(match, text, language));
    }

    /** The name in an introduction: also in "hi, I'm Sam", and what answers the question for it; not a friend's. */
    Optional<String> introduced(SkillRequest request, String slot) {
        Language language = request.language();
        Optional<Entity> heard = request.slot(slot);
        if (heard.filter(entity -> entity.type().equals(Slot.TEXT)).isPresent()) {
            return answered(heard.get().text(), language);
        }
        Optional<String> said = said(request.text(), language);
        if (said.isPresent() || isOther(request)) {
            return said;
        }
        return words.find(language, "name.greeting", request.text())
                .flatMap(match -> name(match, request.text(), language))
                .or(() -> heard.flatMap(entity -> cleaned(entity.text(), language)));
    }

    private Optional<String> answered(String text, Language language) {
        return words.has(language, "name.said", text) ? said(text, language) : cleaned(text, language);
    }

    /** Whether it is a dog's or a friend's name that was said. */
    boolean isOther(SkillRequest request) {
        return words.has(request.language(), "name.other", request.text());
    }

    /** Whether somebody asks for her own name. */
    boolean isAsked(SkillRequest request) {
        return words.has(request.language(), "name.asked", request.text());
    }

    private Optional<String> name(MatchResult match, String text, Language language) {
        String name = match.group(1);
        boolean cut = language == Language.KOREAN && text.startsWith("이", match.end(1)) && endsWithVowel(name);
        return cleaned(cut ? name + "이" : name, language);
    }

    /** After a vowel the particle has no 이: it belongs to the name, as in 조이라고. */
    private static boolean endsWithVowel(String name) {
        char last = name.isEmpty() ? ' ' : name.charAt(name.length() - 1);
        return last >= FIRST_SYLLABLE && last <= LAST_SYLLABLE && (last - FIRST_SYLLABLE) % FINAL_CONSONANTS == 0;
    }

    private Optional<String> cleaned(String said, Language language) {
        return Optional.of(MemoryWords.Words.trimmed(words.without(language, "name.rest", said.strip(), "")))
                .filter(Predicate.not(String::isEmpty))
                .filter(name -> name.length() <= LONGEST && name.split(" ").length <= MOST_WORDS)
                .filter(name -> !words.has(language, "name.none", name))
                .map(PersonName::capitalised);
    }

    /** Capitals for a name that was written without any. */
    private static String capitalised(String name) {
        return name.equals(name.toLowerCase(Locale.ROOT))
                ? WORD_BEGIN.matcher(name).replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT))
                : name;
    }
}
