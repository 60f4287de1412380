package io.liying.speech.synthesis.text;

import io.liying.i18n.api.Language;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses, signs between numbers and other signs; takes pictures away. */
final class Signs {

    private static final Pattern ADDRESS =
            Pattern.compile("\\b(?:https?://|www\\.)[^\\s<>()\"'）」』】。、，]+|\\b[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern EMOJI = Pattern.compile(
            "[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}\\x{FE0F}\\x{200D}\\x{20E3}\\x{E0000}-\\x{E007F}]+");
    private static final Pattern BETWEEN_NUMBERS =
            Pattern.compile("(?<=[\\d)%]) ?([+−×*÷·=]|(?<= )[-/:<>](?= )) ?(?=[-−(√]?\\d)");
    private static final Pattern RANGE = Pattern.compile("(?<![\\d-])(\\d{1,4})[-–—~](\\d{1,4})(?![\\d-])");
    private static final Pattern FRACTION = Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,3})(?![\\d/])");
    private static final Pattern LEFT_OVER = Pattern.compile("[*_`|\\\\^{}\\[\\]<>#~•·→←↑↓©®™]+");
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("+", "plus"),
            Map.entry("-", "minus"),
            Map.entry("−", "minus"),
            Map.entry("×", "times"),
            Map.entry("*", "times"),
            Map.entry("·", "times"),
            Map.entry("÷", "divided"),
            Map.entry("/", "divided"),
            Map.entry(":", "divided"),
            Map.entry("=", "equals"),
            Map.entry("<", "less"),
            Map.entry(">", "greater"));
    private static final List<String> SINGLE = List.of("&", "@", "=", "+", "√", "π", "≈", "≤", "≥", "≠", "°", "§", "№");
    private static final String ENDS_IN_CONSONANT = "013678";

    private final Language language;
    private final Words words;

    Signs(Language language, Words words) {
        this.language = language;
        this.words = words;
    }

    static String withoutEmoji(String text) {
        return EMOJI.matcher(text).replaceAll(" ");
    }

    /** Of an address the name of the place is enough: nobody remembers a spoken path. */
    String addresses(String text) {
        return ADDRESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(address(found.group())));
    }

    private String address(String written) {
        String place = written.replaceFirst("^https?://", "").replaceFirst("^www\\.", "");
        String end = "";
        while (!place.isEmpty() && ".,;:!?".indexOf(place.charAt(place.length() - 1)) >= 0) {
            end = place.charAt(place.length() - 1) + end;
            place = place.substring(0, place.length() - 1);
        }
        int path = place.indexOf('/');
        String host = path < 0 ? place : place.substring(0, path);
        return host.replace("@", ' ' + words.of("at") + ' ').replace(".", ' ' + words.of("dot") + ' ') + end;
    }

    /** Reads what stands between two numbers; before the numbers are spelled. */
    String betweenNumbers(String text) {
        String whole = FRACTION.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(words.of("over", found.group(1), found.group(2))));
        String read = BETWEEN_NUMBERS
                .matcher(whole)
                .replaceAll(found -> Matcher.quoteReplacement(operator(found.group(1), whole, found.start())));
        return RANGE.matcher(read)
                .replaceAll(found -> Matcher.quoteReplacement(words.of("range", found.group(1), found.group(2))));
    }

    private String operator(String sign, String text, int at) {
        if (language == Language.KOREAN && sign.equals("=") && at > 0) {
            // the particle follows the sound of the digit before it
            return (ENDS_IN_CONSONANT.indexOf(text.charAt(at - 1)) >= 0 ? "은" : "는") + " ";
        }
        String word = words.of(OPERATORS.getOrDefault(sign, "equals"));
        return language == Language.JAPANESE || language == Language.CHINESE ? word : ' ' + word + ' ';
    }

    /** Reads or leaves out what is neither a word nor a number nor punctuation; at the end. */
    String single(String text) {
        String read = text;
        for (String sign : SINGLE) {
            if (read.contains(sign)) {
                read = read.replace(sign, ' ' + words.of("sign." + (int) sign.charAt(0)) + ' ');
            }
        }
        return LEFT_OVER.matcher(read).replaceAll(" ");
    }
}
