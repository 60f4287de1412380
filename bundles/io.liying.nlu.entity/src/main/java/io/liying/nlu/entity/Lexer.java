package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces: literals, phrases of the lexicon, and words. Linear in the length of the text. */
final class Lexer {

    private final Lexicon lexicon;
    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int position;

    private Lexer(Lexicon lexicon, String folded) {
        this.lexicon = lexicon;
        this.text = folded;
    }

    static List<Piece> pieces(Lexicon lexicon, String folded) {
        Lexer lexer = new Lexer(lexicon, folded);
        while (lexer.position < folded.length()) {
            lexer.next();
        }
        return lexer.pieces;
    }

    private void next() {
        char character = text.charAt(position);
        if (character == ' ' || character == '\t' || character == '\n') {
            position++;
        } else if (character >= '0' && character <= '9') {
            literal();
        } else if (!phrase()) {
            sign(character);
        }
    }

    private void literal() {
        Piece piece = Literals.at(text, position, lexicon);
        pieces.add(piece);
        position = piece.end();
    }

    /** The longest phrase of the lexicon that begins here. */
    private boolean phrase() {
        if (!lexicon.mayStart(text.charAt(position)) || (lexicon.isSpaced() && insideWord(position))) {
            return false;
        }
        if (koreanDay()) {
            pieces.add(new Piece(Kind.UNIT, "d", position, position + 1));
            position++;
            return true;
        }
        int end = Math.min(text.length(), position + lexicon.longest());
        for (; end > position; end--) {
            if (lexicon.isSpaced() && end < text.length() && isLetter(end - 1) && isLetter(end)) {
                continue;
            }
            Lexicon.Entry entry = lexicon.get(text.substring(position, end));
            if (entry != null && fits(entry, end)) {
                pieces.add(new Piece(entry.kind(), entry.value(), position, end));
                position = end;
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a single character of a language without blanks is really a word here: "이" in "이거" is no number, "분" in
     * "분위기" no minute.
     */
    private boolean fits(Lexicon.Entry entry, int end) {
        if (lexicon.isSpaced() || end - position > 1) {
            return true;
        }
        return switch (entry.kind()) {
            case UNIT, HOUR_MARK, YEAR_MARK, MONTH_MARK, DAY_MARK, POINT -> followsNumber();
            case NUMBER, MULTIPLIER -> lexicon.language() != Language.KOREAN || koreanNumberFits(end);
            case PART, HALF -> lexicon.language() != Language.KOREAN || wordEnds(end) || followsUnit();
            default -> true;
        };
    }

    /** After digits, and at the end of a number that follows a month, "일" is a day; elsewhere it is the number one. */
    private boolean koreanDay() {
        if (lexicon.language() != Language.KOREAN
                || text.charAt(position) != '일'
                || !last(0, Kind.NUMBER, Kind.MULTIPLIER)) {
            return false;
        }
        char before = text.charAt(position - 1);
        return Character.isDigit(before) || before == '일' || endsKoreanDate();
    }

    private boolean endsKoreanDate() {
        boolean more = position + 1 < text.length() && "일이삼사오육칠팔구".indexOf(text.charAt(position + 1)) >= 0;
        int index = pieces.size() - 1;
        while (index >= 0
                && (pieces.get(index).is(Kind.NUMBER) || pieces.get(index).is(Kind.MULTIPLIER))) {
            index--;
        }
        return !more && index >= 0 && pieces.get(index).is(Kind.MONTH_MARK);
    }

    private boolean koreanNumberFits(int end) {
        boolean afterNumber = last(0, Kind.NUMBER, Kind.MULTIPLIER, Kind.MONTH_MARK, Kind.POINT);
        if (end < text.length() && text.charAt(end) == text.charAt(position) && !last(1, Kind.MONTH_MARK)) {
            return false; // 천천히, 사사롭다, but 삼월 일일
        }
        boolean wordBegins = position == 0 || !Character.isLetter(text.charAt(position - 1));
        boolean calculates = last(1, Kind.OPERATOR);
        return (wordBegins || afterNumber) && (phraseFollows(end) || ((afterNumber || calculates) && wordEnds(end)));
    }

    private boolean wordEnds(int end) {
        return end == text.length() || !Character.isLetter(text.charAt(end)) || phraseFollows(end);
    }

    private boolean followsNumber() {
        return last(1, Kind.NUMBER, Kind.MULTIPLIER, Kind.FILLER, Kind.HALF);
    }

    private boolean followsUnit() {
        return last(1, Kind.UNIT, Kind.HOUR_MARK);
    }

    /** Whether the last piece is of one of some kinds and ends here or some blanks before. */
    private boolean last(int blanks, Kind... kinds) {
        if (pieces.isEmpty() || position - pieces.getLast().end() > blanks) {
            return false;
        }
        for (Kind kind : kinds) {
            if (pieces.getLast().is(kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean phraseFollows(int end) {
        int from = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        for (int until = Math.min(text.length(), from + 4); until > from; until--) {
            Lexicon.Entry entry = lexicon.get(text.substring(from, until));
            if (entry != null) {
                return switch (entry.kind()) {
                    case NUMBER,
                            MULTIPLIER,
                            UNIT,
                            HOUR_MARK,
                            MONTH_MARK,
                            DAY_MARK,
                            YEAR_MARK,
                            OPERATOR,
                            PERCENT,
                            POINT,
                            COMMAND,
                            POWER -> true;
                    case PARTICLE -> from == end;
                    default -> false;
                };
            }
        }
        return false;
    }

    private boolean insideWord(int index) {
        return index > 0 && isLetter(index) && isLetter(index - 1);
    }

    private boolean isLetter(int index) {
        return Character.isLetter(text.charAt(index));
    }

    private void sign(char character) {
        boolean hyphen = character == '-'
                && position > 0
                && position + 1 < text.length()
                && isLetter(position - 1)
                && isLetter(position + 1);
        if (hyphen) {
            position++;
            return;
        }
        Kind kind = switch (character) {
            case '+', '*', '/', '^', '×', '÷', '·', '-' -> Kind.OPERATOR;
            case '(' -> Kind.OPEN;
            case ')' -> Kind.CLOSE;
            case '%' -> Kind.PERCENT;
            case '√' -> Kind.ROOT;
            case '²', '³' -> Kind.POWER;
            default -> Kind.WORD;
        };
        if (kind == Kind.WORD) {
            word();
            return;
        }
        boolean power = text.startsWith("**", position);
        String value = switch (character) {
            case '×', '·' -> "*";
            case '÷' -> "/";
            case '²' -> "2";
            case '³' -> "3";
            default -> power ? "^" : String.valueOf(character);
        };
        int end = position + (power ? 2 : 1);
        pieces.add(new Piece(kind, value, position, end));
        position = end;
    }

    private void word() {
        int end = position + 1;
        if (lexicon.isSpaced() && isLetter(position)) {
            while (end < text.length() && isLetter(end)) {
                end++;
            }
            String word = text.substring(position, end);
            String number = GermanNumbers.value(lexicon, word);
            if (number != null) {
                pieces.add(new Piece(Kind.NUMBER, number, position, end));
                position = end;
                return;
            }
        }
        pieces.add(new Piece(Kind.WORD, "", position, end));
        position = end;
    }
}
