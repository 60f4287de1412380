package io.liying.bench;

import io.liying.bench.OpenLoad.Talk;
import org.jspecify.annotations.Nullable;

/** What the load of the benchmarks says. */
final class Talks {

    private static final String VERSION = "version ";

    private Talks() {}

    /** Multiplications, never the same twice; the product in the answer is checked. */
    static Talk calculator() {
        return new Talk() {
            @Override
            public String body(long number, @Nullable String session) {
                return message("what is " + left(number) + " times " + right(number), session);
            }

            @Override
            public int tag(long number, String text) {
                StringBuilder digits = new StringBuilder();
                text.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
                return digits.toString().endsWith(Long.toString(left(number) * right(number))) ? 0 : OpenLoad.WRONG;
            }
        };
    }

    private static long left(long number) {
        return 100 + number * 7919 % 99_991;
    }

    private static long right(long number) {
        return 2 + number % 997;
    }

    /** One sentence to a skill that answers {@code version N}; the tag is N. */
    static Talk versions(String sentence) {
        return new Talk() {
            @Override
            public String body(long number, @Nullable String session) {
                return message(sentence, session);
            }

            @Override
            public int tag(long number, String text) {
                return text.startsWith(VERSION) ? Integer.parseInt(text.substring(VERSION.length())) : OpenLoad.WRONG;
            }
        };
    }

    /** One sentence; whatever is answered is well. */
    static Talk anything(String sentence) {
        return new Talk() {
            @Override
            public String body(long number, @Nullable String session) {
                return message(sentence, session);
            }

            @Override
            public int tag(long number, String text) {
                return 0;
            }
        };
    }

    private static String message(String sentence, @Nullable String session) {
        return "{\"message\":\"" + sentence + "\",\"language\":\"en\""
                + (session == null ? "}" : ",\"session_id\":\"" + session + "\"}");
    }
}
