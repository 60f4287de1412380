package io.liying.memory.contacts;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import io.liying.nlu.api.Contact;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Reads the names in vCards; everything else in them is left where it is. */
final class VCards {

    static final int MOST_NAMES = 10;
    static final int LONGEST_NAME = 100;

    private VCards() {}

    /** The contacts of a file in its order; a card without a name is left out. */
    static List<Contact> read(String text) {
        Collector collector = new Collector();
        try (VObjectReader reader = new VObjectReader(new StringReader(text), SyntaxRules.vcard())) {
            reader.setDefaultQuotedPrintableCharset(StandardCharsets.UTF_8);
            reader.parse(collector);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory could not be read", impossible);
        }
        return List.copyOf(collector.contacts);
    }

    private static final class Collector extends VObjectDataAdapter {

        private final List<Contact> contacts = new ArrayList<>();
        private Set<String> names = new LinkedHashSet<>();
        private String id = "";

        @Override
        public void onComponentBegin(String name, Context context) {
            if (isCard(name)) {
                names = new LinkedHashSet<>();
                id = "";
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            String value = property.getValue();
            switch (property.getName().toUpperCase(Locale.ROOT)) {
                case "FN" -> first(unescaped(value));
                case "N" -> structured(value);
                case "NICKNAME" -> VObjectPropertyValues.parseList(value).forEach(this::add);
                case "UID" -> id = value.strip();
                default -> {
                    // Addresses, telephones and pictures are not needed for names.
                }
            }
        }

        /** Family name; given name: "Weber;Anna" is known as "Anna" and, where names are written so, as "김민수". */
        private void structured(String value) {
            List<String> parts = VObjectPropertyValues.parseSemiStructured(value);
            String family = parts.isEmpty() ? "" : parts.get(0).strip();
            String given = parts.size() < 2 ? "" : parts.get(1).strip();
            if (!family.isEmpty() && !given.isEmpty()) {
                boolean eastern = family.codePointAt(0) > 0x2E80;
                add(eastern ? family + given : given + " " + family);
            }
            add(given);
            if (given.isEmpty()) {
                add(family);
            }
        }

        private void first(String name) {
            Set<String> others = names;
            names = new LinkedHashSet<>();
            add(name);
            names.addAll(others);
        }

        private void add(String name) {
            String plain = name.strip().replaceAll("\\s+", " ");
            if (plain.length() > 1 && plain.length() <= LONGEST_NAME && names.size() < MOST_NAMES) {
                names.add(plain);
            }
        }

        private static String unescaped(String value) {
            return VObjectPropertyValues.unescape(value);
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            if (isCard(name) && !names.isEmpty()) {
                contacts.add(new Contact(stable(), List.copyOf(names)));
            }
        }

        /** The card's own id as far as it can be kept, or one that its names always give. */
        private String stable() {
            String source = id.isEmpty() ? String.join("\n", names) : id;
            return UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8))
                    .toString();
        }

        @Override
        public void onVersion(String value, Context context) {
            // The reader adapts to each version by itself.
        }

        @Override
        public void onWarning(Warning warning, VObjectProperty property, Exception thrown, Context context) {
            // A line that cannot be read is left out like one that is not needed.
        }

        private static boolean isCard(String name) {
            return name.equalsIgnoreCase("VCARD");
        }
    }
}
