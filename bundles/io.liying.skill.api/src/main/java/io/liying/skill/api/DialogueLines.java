package io.liying.skill.api;

import io.liying.i18n.api.Language;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the intent files of all languages say about one intent's title and slots. */
final class DialogueLines {

    private static final Pattern SLOT =
            Pattern.compile("(\\?\\??)\\s*([a-z][a-z0-9_-]*)\\s*(?:\\(([^)]*)\\))?\\s*(?::\\s*(.+))?");

    private final String intent;
    private final Map<Language, String> titles = new EnumMap<>(Language.class);
    private final Map<String, SlotLines> slots = new LinkedHashMap<>();
    private final Map<Language, Set<String>> named = new EnumMap<>(Language.class);

    private static final class SlotLines {

        private final List<String> types;
        private final boolean required;
        private final Map<Language, String> questions = new EnumMap<>(Language.class);
        private final Map<Language, String> variants = new EnumMap<>(Language.class);

        SlotLines(List<String> types, boolean required) {
            this.types = types;
            this.required = required;
        }
    }

    DialogueLines(String intent) {
        this.intent = intent;
    }

    void add(Language language, List<String> lines) {
        named.put(language, new LinkedHashSet<>());
        for (String line : lines) {
            if (line.startsWith("!")) {
                titles.put(language, line.substring(1).strip());
            } else {
                addSlot(language, line);
            }
        }
    }

    private void addSlot(Language language, String line) {
        Matcher parts = SLOT.matcher(line);
        if (!parts.matches()) {
            throw problem(language, "\"" + line + "\" is no slot; write \"? name (type, type): question\"");
        }
        String name = parts.group(2);
        boolean required = parts.group(1).length() == 1;
        List<String> types = parts.group(3) == null
                ? List.of(name)
                : Arrays.stream(parts.group(3).split(","))
                        .map(String::strip)
                        .filter(type -> !type.isEmpty())
                        .toList();
        SlotLines slot = slots.computeIfAbsent(name, added -> new SlotLines(types, required));
        if (!slot.types.equals(types) || slot.required != required) {
            throw problem(language, "slot \"" + name + "\" differs from the one in another language");
        }
        if (parts.group(4) == null) {
            if (required) {
                throw problem(language, "slot \"" + name + "\" is required and has no question");
            }
        } else {
            addQuestion(language, slot, parts.group(4));
        }
        if (!named.computeIfAbsent(language, added -> new LinkedHashSet<>()).add(name)) {
            throw problem(language, "slot \"" + name + "\" is there twice");
        }
    }

    private static void addQuestion(Language language, SlotLines slot, String question) {
        int bar = question.indexOf('|');
        if (bar < 0) {
            slot.questions.put(language, question.strip());
            return;
        }
        String informal = question.substring(0, bar).strip();
        String formal = question.substring(bar + 1).strip();
        boolean usuallyFormal = Formality.usual(language) == Formality.FORMAL;
        slot.questions.put(language, usuallyFormal ? formal : informal);
        slot.variants.put(language, usuallyFormal ? informal : formal);
    }

    IntentDialogue dialogue() {
        if (!slots.isEmpty()) {
            for (Language language : Language.values()) {
                if (!named.getOrDefault(language, Set.of()).equals(slots.keySet())) {
                    throw problem(
                            language,
                            "the slots are " + named.getOrDefault(language, Set.of()) + ", not " + slots.keySet());
                }
            }
        }
        return new IntentDialogue(
                intent,
                titles,
                slots.entrySet().stream()
                        .map(slot -> new Slot(
                                slot.getKey(),
                                slot.getValue().types,
                                slot.getValue().required,
                                slot.getValue().questions,
                                slot.getValue().variants))
                        .toList());
    }

    private IllegalArgumentException problem(Language language, String what) {
        return new IllegalArgumentException("intents_" + language.code() + ".txt, [" + intent + "]: " + what);
    }
}
