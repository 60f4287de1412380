package io.liying.speech.sphinx;

import java.util.List;

/** Numbers in phrases as English says them: the dictionary has no digits. */
final class SpokenNumbers {

    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private SpokenNumbers() {}

    /** The words of a word: itself, unless it is a number of up to four digits. */
    static List<String> words(String word) {
        return word.matches("[0-9]{1,4}")
                ? List.of(number(Integer.parseInt(word)).split(" ", -1))
                : List.of(word);
    }

    private static String number(int value) {
        if (value < 20) {
            return SMALL.get(value);
        }
        if (value < 100) {
            return TENS.get(value / 10) + and(value % 10);
        }
        if (value < 1000) {
            return SMALL.get(value / 100) + " hundred" + and(value % 100);
        }
        return SMALL.get(value / 1000) + " thousand" + and(value % 1000);
    }

    private static String and(int rest) {
        return rest == 0 ? "" : " " + number(rest);
    }
}
