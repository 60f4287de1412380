package io.liying.skill.notes;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.skill.api.Referent;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Wording;
import io.liying.storage.api.Database;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps lists and notes. */
@Component
public final class NotesSkill implements Skill {

    private static final int MOST_ENTRIES = 1_000;
    private static final int LONGEST = 500;
    private static final int MOST_SHOWN = 10;
    private static final String THING = "thing";

    private final Messages messages;
    private final SkillDescription description;
    private final EntryTable table;
    private final NoteWords words = new NoteWords();

    @Activate
    public NotesSkill(@Reference MessageCatalogs catalogs, @Reference Database database) {
        messages = catalogs.of(NotesSkill.class);
        description = SkillDescription.read("notes", NotesSkill.class, messages);
        table = new EntryTable(database);
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) {
        List<Entry> all = table.all(request.personId());
        return switch (request.intent()) {
            case "notes.add" -> add(request, all);
            case "notes.show" -> show(request, all);
            case "notes.remove" -> remove(request, all);
            case "notes.clear" -> clear(request, all);
            case "notes.write" -> write(request, all);
            case "notes.find" -> find(request, notes(all));
            case "notes.delete" -> delete(request, notes(all));
            default -> throw new IllegalArgumentException("the notes know no intent " + request.intent());
        };
    }

    private SkillAnswer add(SkillRequest request, List<Entry> all) {
        Language language = request.language();
        NoteWords.Things said = words.things(request, "add");
        if (said.things().isEmpty()) {
            return SkillAnswer.ask("things", said(request).text(language, "ask.things"));
        }
        Optional<SkillAnswer> refused = refused(request, all, said.things());
        if (refused.isPresent()) {
            return refused.get();
        }
        String list = said.list().orElse(Entry.SHOPPING);
        List<String> fresh = said.things().stream()
                .filter(thing -> all.stream()
                        .noneMatch(entry ->
                                entry.list().equals(list) && entry.text().equalsIgnoreCase(thing)))
                .toList();
        table.add(request.personId(), list, fresh, request.now().toInstant());
        String key = fresh.isEmpty() ? "add.known" : "add.done";
        String text = said(request)
                .text(
                        language,
                        key,
                        Map.of(
                                "things",
                                joined(request, fresh.isEmpty() ? said.things() : fresh),
                                "list",
                                name(request, list)));
        return SkillAnswer.of(text, Map.of("list", list, "added", fresh));
    }

    private Optional<SkillAnswer> refused(SkillRequest request, List<Entry> all, List<String> texts) {
        Language language = request.language();
        if (texts.stream().anyMatch(text -> text.length() > LONGEST)) {
            return Optional.of(SkillAnswer.of(said(request).text(language, "limit.length")));
        }
        return all.size() + texts.size() > MOST_ENTRIES
                ? Optional.of(SkillAnswer.of(said(request).text(language, "limit.count")))
                : Optional.empty();
    }

    private SkillAnswer show(SkillRequest request, List<Entry> all) {
        Language language = request.language();
        Optional<String> wanted = words.listOf(request).or(() -> onlyList(all));
        if (wanted.isEmpty()) {
            return lists(request, all);
        }
        List<Entry> entries = of(all, wanted.get());
        String name = name(request, wanted.get());
        Map<String, Object> data = Map.of(
                "list",
                wanted.get(),
                "entries",
                entries.stream().map(Entry::data).toList());
        if (entries.isEmpty()) {
            return SkillAnswer.of(said(request).text(language, "show.empty", Map.of("list", name)), data);
        }
        String text =
                said(request).text(language, "show", Map.of("list", name, "count", entries.size())) + lines(entries);
        return SkillAnswer.of(text, data).about(referents(entries));
    }

    private SkillAnswer lists(SkillRequest request, List<Entry> all) {
        Language language = request.language();
        Map<String, Long> counts = all.stream()
                .filter(entry -> !entry.list().equals(Entry.NOTES))
                .collect(Collectors.groupingBy(Entry::list, java.util.TreeMap::new, Collectors.counting()));
        if (counts.isEmpty()) {
            return SkillAnswer.of(said(request).text(language, "lists.none"));
        }
        String lines = counts.entrySet().stream()
                .map(list -> "\n- "
                        + said(request)
                                .text(
                                        language,
                                        "lists.line",
                                        Map.of("list", name(request, list.getKey()), "count", list.getValue())))
                .collect(Collectors.joining());
        return SkillAnswer.of(
                said(request).text(language, "lists") + lines, Map.of("lists", List.copyOf(counts.keySet())));
    }

    private SkillAnswer remove(SkillRequest request, List<Entry> all) {
        Language language = request.language();
        NoteWords.Things said = words.things(request, "remove");
        List<String> things =
                request.slot(THING).map(entity -> List.of(entity.value())).orElse(said.things());
        if (things.isEmpty()) {
            return SkillAnswer.ask("things", said(request).text(language, "ask.removed"));
        }
        List<Entry> found = all.stream()
                .filter(entry -> !entry.list().equals(Entry.NOTES))
                .filter(entry ->
                        said.list().isEmpty() || entry.list().equals(said.list().get()))
                .filter(entry -> things.stream()
                        .anyMatch(thing -> thing.equals(Long.toString(entry.id())) || same(entry.text(), thing)))
                .toList();
        if (found.isEmpty()) {
            return SkillAnswer.of(said(request)
                    .text(
                            language,
                            "remove.unknown",
                            Map.of(
                                    "things", joined(request, things),
                                    "list", name(request, said.list().orElse(Entry.SHOPPING)))));
        }
        table.remove(request.personId(), found);
        List<String> texts = found.stream().map(Entry::text).distinct().toList();
        return SkillAnswer.of(
                said(request)
                        .text(
                                language,
                                "remove.done",
                                Map.of(
                                        "things", joined(request, texts),
                                        "list", name(request, found.getFirst().list()))),
                Map.of("removed", texts));
    }

    private SkillAnswer clear(SkillRequest request, List<Entry> all) {
        Language language = request.language();
        String list = words.listOf(request).or(() -> onlyList(all)).orElse(Entry.SHOPPING);
        List<Entry> entries = of(all, list);
        Map<String, Object> arguments = Map.of("list", name(request, list), "count", entries.size());
        if (entries.isEmpty()) {
            return SkillAnswer.of(said(request).text(language, "show.empty", arguments));
        }
        if (!request.confirmed()) {
            return SkillAnswer.confirm(said(request).text(language, "clear.confirm", arguments));
        }
        table.remove(request.personId(), entries);
        return SkillAnswer.of(said(request).text(language, "clear.done", arguments), Map.of("list", list));
    }

    private SkillAnswer write(SkillRequest request, List<Entry> all) {
        Language language = request.language();
        Optional<String> text = words.text(request, "write");
        if (text.isEmpty()) {
            return SkillAnswer.ask("text", said(request).text(language, "ask.text"));
        }
        Optional<SkillAnswer> refused = refused(request, all, List.of(text.get()));
        if (refused.isPresent()) {
            return refused.get();
        }
        table.add(
                request.personId(),
                Entry.NOTES,
                List.of(text.get()),
                request.now().toInstant());
        return SkillAnswer.of(
                said(request).text(language, "write.done", Map.of("text", text.get())), Map.of("text", text.get()));
    }

    private SkillAnswer find(SkillRequest request, List<Entry> notes) {
        Language language = request.language();
        Optional<String> sought = words.text(request, "find");
        List<Entry> found = sought.isEmpty() ? notes : matching(notes, sought.get());
        Map<String, Object> data =
                Map.of("notes", found.stream().map(Entry::data).toList());
        if (found.isEmpty()) {
            String text = sought.isEmpty()
                    ? said(request).text(language, "find.empty")
                    : said(request).text(language, "find.none", Map.of("text", sought.get()));
            return SkillAnswer.of(text, data);
        }
        List<Entry> shown = found.subList(Math.max(0, found.size() - MOST_SHOWN), found.size());
        return SkillAnswer.of(said(request).text(language, "find", Map.of("count", found.size())) + lines(shown), data)
                .about(referents(shown));
    }

    private SkillAnswer delete(SkillRequest request, List<Entry> notes) {
        Language language = request.language();
        Optional<String> chosen = request.slot(THING).map(entity -> entity.value());
        Optional<String> sought = words.text(request, "delete");
        List<Entry> found = chosen.isPresent()
                ? notes.stream()
                        .filter(note -> Long.toString(note.id()).equals(chosen.get()))
                        .toList()
                : words.meansAll(request) || sought.isEmpty() ? notes : matching(notes, sought.get());
        if (found.isEmpty()) {
            return SkillAnswer.of(
                    sought.isEmpty()
                            ? said(request).text(language, "find.empty")
                            : said(request).text(language, "find.none", Map.of("text", sought.get())));
        }
        if (found.size() > 1 && !words.meansAll(request)) {
            List<Entry> shown = found.subList(Math.max(0, found.size() - MOST_SHOWN), found.size());
            return SkillAnswer.choose(said(request).text(language, "delete.which") + lines(shown), referents(shown));
        }
        Map<String, Object> arguments =
                Map.of("count", found.size(), "text", found.getFirst().text());
        if (!request.confirmed()) {
            return SkillAnswer.confirm(said(request).text(language, "delete.confirm", arguments));
        }
        table.remove(request.personId(), found);
        return SkillAnswer.of(said(request).text(language, "delete.done", arguments));
    }

    private static List<Entry> notes(List<Entry> all) {
        return of(all, Entry.NOTES);
    }

    private static List<Entry> of(List<Entry> all, String list) {
        return all.stream().filter(entry -> entry.list().equals(list)).toList();
    }

    private static Optional<String> onlyList(List<Entry> all) {
        List<String> lists = all.stream()
                .map(Entry::list)
                .filter(list -> !list.equals(Entry.NOTES))
                .distinct()
                .toList();
        return lists.size() == 1 ? Optional.of(lists.getFirst()) : Optional.empty();
    }

    private static List<Entry> matching(List<Entry> notes, String sought) {
        String lower = sought.toLowerCase(Locale.ROOT);
        return notes.stream()
                .filter(note -> note.text().toLowerCase(Locale.ROOT).contains(lower))
                .toList();
    }

    /** "the milk" removes "milk" and "eggs" removes "egg", whatever the capitals. */
    private static boolean same(String kept, String said) {
        String one = kept.toLowerCase(Locale.ROOT);
        String other = said.toLowerCase(Locale.ROOT);
        return one.equals(other)
                || one.length() > 2 && (other.equals(one + "s") || one.equals(other + "s"))
                || other.length() > 1 && one.endsWith(" " + other);
    }

    private String name(SkillRequest request, String list) {
        Language language = request.language();
        return list.equals(Entry.SHOPPING) || list.equals(Entry.TODO)
                ? said(request).text(language, "list." + list)
                : said(request).text(language, "list.named", Map.of("name", list));
    }

    private String joined(SkillRequest request, List<String> things) {
        Language language = request.language();
        if (things.size() == 1) {
            return things.getFirst();
        }
        return said(request)
                .text(
                        language,
                        "and",
                        Map.of(
                                "before",
                                        String.join(
                                                said(request).text(language, "comma"),
                                                things.subList(0, things.size() - 1)),
                                "last", things.getLast()));
    }

    private static String lines(List<Entry> entries) {
        return entries.stream().map(entry -> "\n- " + entry.text()).collect(Collectors.joining());
    }

    private static List<Referent> referents(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new Referent(THING, Long.toString(entry.id()), entry.text()))
                .toList();
    }

    /** The texts in the person's formality. */
    private Messages said(SkillRequest request) {
        return Wording.in(messages, request.person().formality());
    }
}
