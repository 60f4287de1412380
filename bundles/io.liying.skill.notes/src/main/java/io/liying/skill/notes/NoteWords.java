package io.liying.skill.notes;

import io.liying.i18n.api.Language;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Reads in a person's words which list, which things and which note are meant. */
final class NoteWords {

    private static final int LONGEST_LIST = 40;

    private final Words words = Words.beside(NoteWords.class);

    /** Things and the list they belong to. */
    record Things(List<String> things, Optional<String> list) {}

    /** What is to be put on or taken off a list. */
    Things things(SkillRequest request, String section) {
        Language language = request.language();
        String said = bare(request.text());
        Optional<MatchResult> match = words.find(language, section, said);
        Optional<String> named = match.flatMap(found -> group(found, "list")).or(() -> list(request));
        Optional<String> things = match.flatMap(found -> group(found, "things"))
                .or(() -> request.slot("things").map(entity -> entity.text()));
        return new Things(
                things.map(text -> split(language, text)).orElse(List.of()),
                named.map(name -> canonical(language, name)));
    }

    /** The list that is named, by its canonical name. */
    Optional<String> listOf(SkillRequest request) {
        return list(request).map(name -> canonical(request.language(), name));
    }

    private Optional<String> list(SkillRequest request) {
        Language language = request.language();
        String said = bare(request.text());
        if (words.has(language, Entry.SHOPPING, said)) {
            return Optional.of(Entry.SHOPPING);
        }
        if (words.has(language, Entry.TODO, said)) {
            return Optional.of(Entry.TODO);
        }
        return words.group(language, "list", said)
                .filter(name -> !words.has(language, "nolist", name))
                .or(() -> request.slot("list").map(entity -> entity.text()));
    }

    private String canonical(Language language, String name) {
        if (name.equals(Entry.SHOPPING) || name.equals(Entry.TODO)) {
            return name;
        }
        if (words.has(language, Entry.SHOPPING, name)) {
            return Entry.SHOPPING;
        }
        if (words.has(language, Entry.TODO, name)) {
            return Entry.TODO;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST_LIST ? lower.substring(0, LONGEST_LIST) : lower;
    }

    /** What a note says, or what is looked for. */
    Optional<String> text(SkillRequest request, String section) {
        return words.group(request.language(), section, bare(request.text()))
                .or(() -> request.slot("text").map(entity -> entity.text()));
    }

    boolean meansAll(SkillRequest request) {
        return words.has(request.language(), "all", request.text());
    }

    private List<String> split(Language language, String text) {
        String split = words.without(language, "separator", text.replaceAll("[,;、，；]", "\n"), "\n");
        return Arrays.stream(split.split("\n"))
                .map(part -> words.without(language, "article", part.strip(), ""))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private static String bare(String text) {
        return text.strip().replaceAll("[.!?。！？]+$", "");
    }

    private static Optional<String> group(MatchResult match, String name) {
        return match.namedGroups().containsKey(name)
                ? Optional.ofNullable(match.group(name)).map(String::strip).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
