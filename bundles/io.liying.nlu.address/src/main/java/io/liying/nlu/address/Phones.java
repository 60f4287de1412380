package io.liying.nlu.address;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.util.List;

/** Telephone numbers that exist by the rules of their country. Loads the library's tables when a number is first met. */
final class Phones {

    private static final int MOST_TRIES = 20;
    private static final int FEWEST_DIGITS = 7;

    private Phones() {}

    /**
     * Whether digits enough for a number follow each other with nothing between them but what people put there. The
     * library's own search costs a hundred times more, and every sum has digits.
     */
    static boolean isPossible(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
            } else if (c == '+' || c == '＋' || !isPunctuation(c)) {
                digits = 0;
            }
        }
        return digits >= FEWEST_DIGITS;
    }

    private static boolean isPunctuation(char c) {
        return Character.isWhitespace(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || "/.()[]~・·．／（）".indexOf(c) >= 0;
    }

    static void find(String text, Language language, List<Entity> found) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        for (PhoneNumberMatch match : library.findNumbers(text, region(language), Leniency.VALID, MOST_TRIES)) {
            if (!AddressEntityExtractor.overlaps(found, match.start(), match.end())) {
                String number = library.format(match.number(), PhoneNumberFormat.E164);
                boolean country =
                        match.rawString().startsWith("+") || match.rawString().startsWith("＋");
                found.add(new Entity(
                        Entity.PHONE, number, match.rawString(), match.start(), match.end(), country ? 0.99 : 0.8));
            }
        }
    }

    /** The country of a number without a country code. */
    private static String region(Language language) {
        return switch (language) {
            case KOREAN -> "KR";
            case ENGLISH -> "US";
            case CHINESE -> "CN";
            case JAPANESE -> "JP";
            case SPANISH -> "ES";
            case FRENCH -> "FR";
            case GERMAN -> "DE";
        };
    }
}
