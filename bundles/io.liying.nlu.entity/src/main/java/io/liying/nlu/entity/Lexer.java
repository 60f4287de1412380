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
        long lengths = lexicon.lengths().of(text.charAt(position));
        if (lengths == 0 || (lexicon.isSpaced() && insideWord(position))) {
            return false;
        }
        if (koreanDay()) {
            pieces.add(new Piece(Kind.UNIT, "d", position, position + 1));
            position++;
            return true;
        }
        if (lexicon.language() == Language.KOREAN && text.startsWith("시월", position) && !letterBefore()) {
            pieces.add(new Piece(Kind.NUMBER, "10", position, position + 1)); // October, not an hour
            position++;
            return true;
        }
        int left = text.length() - position;
        for (int length = PhraseLengths.next(lengths, left + 1);
                length > 0;
                length = PhraseLengths.next(lengths, length)) {
            int end = position + length;
            if (lexicon.isSpaced() && end < text.length() && isLetter(end - 1) && isLetter(end)) {
                continue;
            }
            String words = text.substring(position, end);
            Lexicon.Entry entry = lexicon.get(words);
            Lexicon.Entry other = entry == null ? null : lexicon.other(words);
            if (entry != null && other != null && isOtherMeant(entry, other, end)) {
                entry = other;
            }
            if (entry != null && fits(entry, end)) {
                pieces.add(new Piece(entry.kind(), entry.value(), position, end));
                position = end;
                return true;
            }
        }
        return false;
    }

    /** "the second one", "el segundo", "entre 4 y 5", but "20 euros menos 5". */
    private boolean isOtherMeant(Lexicon.Entry entry, Lexicon.Entry other, int end) {
        return switch (entry.kind()) {
            case UNIT -> !countedBefore();
            case OPERATOR ->
                !operandBefore() && (other.kind() == Kind.BETWEEN || !last(1, Kind.COUNTER)) && fits(other, end);
            default -> false;
        };
    }

    /**
     * Whether a single character of a language without blanks is really a word here: "이" in "이거" is no number, "분" in
     * "분위기" no minute.
     */
    private boolean fits(Lexicon.Entry entry, int end) {
        switch (entry.kind()) {
            case COUNTER, TIMES -> {
                return followsNumber();
            }
            case FRACTION_OF -> {
                return followsNumber() && numberFollows(end); // not in "5分のタイマー"
            }
            case NTH_AFTER -> {
                return lexicon.isSpaced() ? last(0, Kind.NUMBER) : followsNumber();
            }
            case SOME -> {
                return lexicon.isSpaced() || openCountFits(end);
            }
            case SEASON -> {
                return lexicon.language() == Language.KOREAN
                        ? !letterBefore() && (end == text.length() || !isLetter(end) || phraseFollows(end))
                        : lexicon.language() != Language.JAPANESE || standsAlone(end);
            }
            case NONE -> {
                return lexicon.isSpaced() || !last(0, Kind.NUMBER, Kind.MULTIPLIER);
            }
            default -> {
                // any other kind is looked at below
            }
        }
        if (lexicon.isSpaced()) {
            return true;
        }
        if (lexicon.language() == Language.KOREAN && insideKoreanWord(entry.kind())) {
            return false;
        }
        if (end - position > 1) {
            return true;
        }
        return switch (entry.kind()) {
            case UNIT, HOUR_MARK, YEAR_MARK, MONTH_MARK, DAY_MARK, POINT -> followsNumber();
            case NUMBER, MULTIPLIER -> lexicon.language() != Language.KOREAN || koreanNumberFits(end);
            case PART, HALF, DATE -> lexicon.language() != Language.KOREAN || wordEnds(end) || followsUnit();
            default -> true;
        };
    }

    /** "두세 개", not "두세요"; "两三天", not "三四月". */
    private boolean openCountFits(int end) {
        boolean inside = lexicon.language() == Language.KOREAN ? letterBefore() : last(0, Kind.NUMBER);
        int from = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        if (!inside && koreanDays(from)) {
            return true;
        }
        for (int until = Math.min(text.length(), from + 4); until > from && !inside; until--) {
            Lexicon.Entry entry = lexicon.get(text.substring(from, until));
            if (entry != null) {
                return switch (entry.kind()) {
                    case HOUR_MARK -> "이삼사오육".indexOf(text.charAt(position)) < 0; // "사오시겠어요"
                    case MULTIPLIER, UNIT, DAY_MARK, COUNTER, TIMES, PERCENT -> true;
                    case FILLER -> entry.value().equals("classifier");
                    default -> false;
                };
            }
        }
        return false;
    }

    private boolean koreanDays(int from) {
        return lexicon.language() == Language.KOREAN
                && text.startsWith("일", from)
                && (from + 1 == text.length() || !isLetter(from + 1) || phraseFollows(from + 1));
    }

    /** Whether a sign of one word in Japanese has no other beside it: "夏に", not "夏目" or "春日". */
    private boolean standsAlone(int end) {
        return (position == 0 || !Character.isIdeographic(text.charAt(position - 1)))
                && (end == text.length() || !Character.isIdeographic(text.charAt(end)));
    }

    /** Whether a phrase begins in the middle of a word that means nothing here: "오늘" in "어느새오늘"; particles may. */
    private boolean insideKoreanWord(Kind kind) {
        boolean inside = position > 0 && isLetter(position - 1) && last(0, Kind.WORD);
        return inside
                && switch (kind) {
                    case DAY,
                            DAYPART,
                            PART,
                            WEEKDAY,
                            WEEK,
                            PERIOD,
                            WEEKEND,
                            WORKDAYS,
                            CLOCK,
                            DURATION,
                            EVERY,
                            ORDINAL,
                            EDGE,
                            DATE,
                            NTH -> true;
                    default -> false;
                };
    }

    private boolean operandBefore() {
        return last(1, Kind.NUMBER, Kind.MULTIPLIER, Kind.PARTICLE, Kind.CLOSE, Kind.POWER, Kind.PERCENT);
    }

    private boolean countedBefore() {
        return last(1, Kind.NUMBER, Kind.MULTIPLIER, Kind.SOME, Kind.ARTICLE, Kind.HALF);
    }

    /** After digits, and at the end of a number that follows a month, "일" is a day; elsewhere it is the number one. */
    private boolean koreanDay() {
        if (lexicon.language() != Language.KOREAN
                || text.charAt(position) != '일'
                || !(last(0, Kind.NUMBER, Kind.MULTIPLIER) || last(1, Kind.SOME))) {
            return false;
        }
        if (last(1, Kind.SOME)) {
            return true;
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
        if (text.charAt(position) == '유') { // only June, "유월"
            return end < text.length() && text.charAt(end) == '월' && !letterBefore();
        }
        boolean afterNumber = last(0, Kind.NUMBER, Kind.MULTIPLIER, Kind.SOME, Kind.MONTH_MARK, Kind.POINT);
        if (end < text.length() && text.charAt(end) == text.charAt(position) && !last(1, Kind.MONTH_MARK)) {
            return false; // 천천히, 사사롭다, but 삼월 일일
        }
        boolean wordBegins = position == 0
                || !Character.isLetter(text.charAt(position - 1))
                || (last(0, Kind.PART, Kind.DAY, Kind.WEEKDAY, Kind.DAYPART) && hourFollows());
        boolean calculates = last(1, Kind.OPERATOR);
        if (wordBegins
                && text.charAt(position) == '이'
                && end < text.length()
                && text.charAt(end) == ' '
                && counterFollows(end)) {
            return false; // "이 층", "이 병": this floor, this bottle
        }
        if (last(1, Kind.FRACTION_OF)) {
            return wordEnds(end);
        }
        boolean alone = position == 0 && wordEnds(end) && restIsBlank(end);
        return (wordBegins || afterNumber)
                && (alone || phraseFollows(end) || ((afterNumber || calculates) && wordEnds(end)));
    }

    /** Whether words without blanks between them go on to an hour: "내일오후세시". */
    private boolean hourFollows() {
        int mark = text.indexOf('시', position);
        return mark > position && mark <= position + 3;
    }

    private boolean letterBefore() {
        return position > 0 && isLetter(position - 1);
    }

    private boolean restIsBlank(int end) {
        for (int index = end; index < text.length(); index++) {
            if (isLetter(index)) {
                return false;
            }
        }
        return "영공백천".indexOf(text.charAt(position)) >= 0;
    }

    private boolean counterFollows(int end) {
        for (int until = Math.min(text.length(), end + 4); until > end + 1; until--) {
            Lexicon.Entry entry = lexicon.get(text.substring(end + 1, until));
            if (entry != null && (entry.kind() == Kind.COUNTER || entry.kind() == Kind.TIMES)) {
                return true;
            }
        }
        return false;
    }

    private boolean wordEnds(int end) {
        return end == text.length() || !Character.isLetter(text.charAt(end)) || phraseFollows(end);
    }

    private boolean followsNumber() {
        return last(1, Kind.NUMBER, Kind.MULTIPLIER, Kind.SOME, Kind.FILLER, Kind.HALF, Kind.ORDINAL, Kind.NTH_AFTER);
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
                            COUNTER,
                            TIMES,
                            NTH_AFTER,
                            FRACTION_OF,
                            POWER -> true;
                    case PARTICLE -> from == end;
                    default -> false;
                };
            }
        }
        return false;
    }

    private boolean numberFollows(int end) {
        int from = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        if (from < text.length() && text.charAt(from) >= '0' && text.charAt(from) <= '9') {
            return true;
        }
        for (int until = Math.min(text.length(), from + 3); until > from; until--) {
            Lexicon.Entry entry = lexicon.get(text.substring(from, until));
            if (entry != null) {
                return entry.kind() == Kind.NUMBER || entry.kind() == Kind.MULTIPLIER;
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
        pieces.add(new Piece(Kind.WORD, isLetter(position) ? "a" : ".", position, end));
        position = end;
    }
}
