package io.liying.nlu.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the numbers of an expression count: people, a currency or anything else; it stands behind its number. */
final class Counted {

    private static final String PEOPLE = "people";
    private static final Map<Character, String> SIGNS =
            Map.of('$', "USD", '€', "EUR", '£', "GBP", '¥', "JPY", '￥', "JPY", '₩', "KRW");

    private Counted() {}

    /** The piece behind what is counted; {@code from} if that is not said. */
    static int end(List<Piece> pieces, int from) {
        boolean counted = from < pieces.size()
                && (pieces.get(from).is(Kind.COUNTER) || pieces.get(from).is(Kind.FILLER, "classifier"));
        return counted ? from + 1 : from;
    }

    static boolean people(List<Piece> pieces, int from, int end) {
        return from >= 0 && from < end && pieces.get(from).is(Kind.COUNTER, PEOPLE);
    }

    /**
     * In which currency the result of an expression is, as the attributes {@code money} (ISO 4217) and, if a word was said,
     * {@code unit}. Money that is multiplied with money or divided by it is none.
     */
    static Map<String, String> money(Expressions.Found found, List<Piece> pieces, String text) {
        Map<String, String> money = new HashMap<>();
        int amounts = 0;
        for (int index = found.startPiece(); index < found.endPiece(); index++) {
            Piece piece = pieces.get(index);
            String code = currency(piece, text);
            if (!code.isEmpty()) {
                boolean other = !code.equals(money.getOrDefault("money", code));
                if (other) {
                    return Map.of();
                }
                amounts++;
                money.put("money", code);
                if (piece.is(Kind.COUNTER)) {
                    money.put("unit", text.substring(piece.start(), piece.end()));
                }
            }
        }
        boolean scaled = found.value().matches(".*[*/^s].*");
        return amounts > 1 && scaled ? Map.of() : money;
    }

    private static String currency(Piece piece, String text) {
        if (piece.is(Kind.COUNTER)) {
            return piece.value().length() == 3 ? piece.value() : "";
        }
        return piece.is(Kind.NUMBER) && piece.start() > 0 ? SIGNS.getOrDefault(text.charAt(piece.start() - 1), "") : "";
    }
}
