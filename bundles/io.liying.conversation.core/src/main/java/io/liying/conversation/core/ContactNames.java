package io.liying.conversation.core;

import io.liying.nlu.api.Contact;
import io.liying.nlu.api.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the names of a person's contacts in what she says; Korean and Japanese particles and titles may follow a name. */
final class ContactNames {

    private static final int MOST_CONTACTS = 5_000;
    private static final double LIKELY = 0.9;
    private static final int LONGEST_KOREAN_ENDING = 4;

    private ContactNames() {}

    /** At each place the longest name; a name of several contacts gives an entity for each. */
    static List<Entity> find(String text, List<Contact> contacts) {
        String folded = fold(text);
        List<Entity> found = new ArrayList<>();
        for (Contact contact : contacts.subList(0, Math.min(MOST_CONTACTS, contacts.size()))) {
            for (String name : contact.names()) {
                String wanted = fold(name.strip());
                for (int at = folded.indexOf(wanted); at >= 0 && wanted.length() > 1; ) {
                    int end = at + wanted.length();
                    if (isWord(folded, at, end)) {
                        add(found, new Entity(Entity.PERSON, contact.id(), text.substring(at, end), at, end, LIKELY));
                    }
                    at = folded.indexOf(wanted, end);
                }
            }
        }
        return found;
    }

    private static void add(List<Entity> found, Entity person) {
        boolean inside = found.stream()
                .anyMatch(other -> other.start() <= person.start()
                        && other.end() >= person.end()
                        && (other.end() - other.start() > person.end() - person.start()
                                || other.value().equals(person.value())));
        if (!inside) {
            found.removeIf(other -> person.start() <= other.start()
                    && person.end() >= other.end()
                    && person.end() - person.start() > other.end() - other.start());
            found.add(person);
        }
    }

    private static boolean isWord(String folded, int start, int end) {
        if (start > 0 && sameKind(folded.charAt(start - 1), folded.charAt(start))) {
            return false;
        }
        if (end == folded.length() || !sameKind(folded.charAt(end - 1), folded.charAt(end))) {
            return true;
        }
        int wordEnd = end;
        while (wordEnd < folded.length() && isHangul(folded.charAt(wordEnd))) {
            wordEnd++;
        }
        return isHangul(folded.charAt(end)) && wordEnd - end <= LONGEST_KOREAN_ENDING;
    }

    /** Whether two characters can belong to one word; Chinese characters and hiragana always may end one. */
    private static boolean sameKind(char one, char other) {
        boolean hangul = isHangul(one) && isHangul(other);
        boolean katakana = isKatakana(one) && isKatakana(other);
        boolean western = one < '⺀' && other < '⺀' && Character.isLetter(one) && Character.isLetter(other);
        return hangul || katakana || western;
    }

    private static boolean isHangul(char c) {
        return c >= '가' && c <= '힣';
    }

    private static boolean isKatakana(char c) {
        return c >= 'ァ' && c <= 'ー';
    }

    /** Small letters where they are as long as the capital ones. */
    private static String fold(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return small.length() == text.length() ? small : text;
    }
}
