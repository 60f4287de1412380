package io.liying.skill.clock;

import java.util.Locale;

/** Writes a city's name as it belongs into a sentence. */
final class CityName {

    private static final int SHORTEST_CAPITALISED = 3;

    private CityName() {}

    /** Capitals for a name that was typed without any; short words inside a name ("rio de janeiro") stay small. */
    static String shown(String said) {
        if (!said.equals(said.toLowerCase(Locale.ROOT))) {
            return said;
        }
        StringBuilder name = new StringBuilder(said.length());
        int begin = 0;
        for (int i = 0; i <= said.length(); i++) {
            if (i == said.length() || said.charAt(i) == ' ' || said.charAt(i) == '-') {
                if (begin == 0 || i == said.length() || i - begin >= SHORTEST_CAPITALISED) {
                    name.append(said.substring(begin, Math.min(begin + 1, i)).toUpperCase(Locale.ROOT));
                    begin = Math.min(begin + 1, i);
                }
                name.append(said, begin, Math.min(i + 1, said.length()));
                begin = i + 1;
            }
        }
        return name.toString();
    }
}
