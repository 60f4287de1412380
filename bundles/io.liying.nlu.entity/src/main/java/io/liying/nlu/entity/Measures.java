package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The measures of one text. Used once, by one thread. */
final class Measures {

    private static final double CERTAIN = 0.95;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** What "a" and "ein" are counted with; "a degree" is none. */
    private static final Set<String> COUNTED_BY_ARTICLE =
            Set.of(Entity.MASS, Entity.VOLUME, Entity.LENGTH, Entity.MONEY);

    private static final List<String> OF = List.of("d'", "de ");
    private static final List<String> HALVES = List.of(" and a half", " y medio", " y media", " et demi", " et demie");
    private static final Set<String> BEFORE_CENTS = Set.of("", " ", " and ", " und ", " et ", " y ", " con ");

    private final String text;
    private final String folded;
    private final boolean eastern;
    private final Units units;
    private final List<Entity> found = new ArrayList<>();
    private int covered;

    Measures(String text, String folded, Language language, Units units) {
        this.text = text;
        this.folded = folded;
        this.eastern = language == Language.KOREAN || language == Language.CHINESE || language == Language.JAPANESE;
        this.units = units;
    }

    List<Entity> found() {
        return found;
    }

    void read(MeasureEntityExtractor.Amount amount) {
        if (amount.start() >= covered && !before(amount)) {
            after(amount);
        }
    }

    /** A form before the number, and what may follow it there: 시속 100킬로, 華氏77度. */
    private boolean before(MeasureEntityExtractor.Amount amount) {
        int start = amount.start();
        int to = start > 0 && folded.charAt(start - 1) == ' ' ? start - 1 : start;
        for (int from = Math.max(covered, to - units.longest()); from < to; from++) {
            List<Units.Unit> matches = units.before(folded.substring(from, to));
            boolean cut = from > 0 && isWestern(folded.charAt(from)) && isWestern(folded.charAt(from - 1));
            if (!matches.isEmpty() && !cut) {
                int end = amount.end();
                if (matches.getFirst().type().equals(Entity.SPEED)
                        || matches.getFirst().type().equals(Entity.TEMPERATURE)) {
                    end = unitEnd(end);
                }
                add(amount.value(), matches, from, end);
                return true;
            }
        }
        return false;
    }

    private int unitEnd(int numberEnd) {
        int from = afterBlank(numberEnd);
        for (int end = Math.min(folded.length(), from + units.longest()); end > from; end--) {
            if (!units.after(folded.substring(from, end)).isEmpty()) {
                return end;
            }
        }
        return numberEnd;
    }

    private void after(MeasureEntityExtractor.Amount amount) {
        boolean insideWord = !eastern && amount.start() > 0 && Character.isLetter(folded.charAt(amount.start() - 1));
        if (insideWord) {
            return;
        }
        BigDecimal value = amount.value();
        int numberEnd = amount.end();
        for (String half : HALVES) {
            if (folded.startsWith(half, numberEnd)) {
                value = value.add(HALF);
                numberEnd += half.length();
            }
        }
        int from = afterBlank(numberEnd);
        for (String of : OF) {
            from = !eastern && folded.startsWith(of, from) ? from + of.length() : from;
        }
        for (int end = Math.min(folded.length(), from + units.longest()); end > from; end--) {
            List<Units.Unit> matches = units.after(folded.substring(from, end));
            if (!matches.isEmpty() && fits(amount, from, end, matches.getFirst())) {
                withHalf(amount, value, matches, end);
                return;
            }
        }
    }

    /** Adds the half that may follow the unit: 三斤半, dos kilos y medio. */
    private void withHalf(MeasureEntityExtractor.Amount amount, BigDecimal value, List<Units.Unit> matches, int end) {
        int last = end;
        BigDecimal all = value;
        int next = afterBlank(end);
        boolean easternHalf = next < folded.length()
                && (folded.charAt(next) == '半' || folded.charAt(next) == '반' && koreanEnds(next + 1));
        if (easternHalf) {
            all = all.add(HALF);
            last = next + 1;
        }
        for (String half : HALVES) {
            int to = end + half.length();
            if (folded.startsWith(half, end) && (to == folded.length() || !isWestern(folded.charAt(to)))) {
                all = all.add(HALF);
                last = to;
            }
        }
        boolean halfBefore = amount.start() >= 5 && folded.startsWith("half ", amount.start() - 5);
        add(halfBefore ? HALF : all, matches, halfBefore ? amount.start() - 5 : amount.start(), last);
    }

    private boolean fits(MeasureEntityExtractor.Amount amount, int from, int end, Units.Unit unit) {
        char last = folded.charAt(end - 1);
        if (isWestern(last)) {
            boolean cut =
                    end < folded.length() && (isWestern(folded.charAt(end)) || Character.isDigit(folded.charAt(end)));
            boolean article = !amount.digits() && amount.value().compareTo(BigDecimal.ONE) == 0;
            boolean counted = !article || COUNTED_BY_ARTICLE.contains(unit.type());
            return !cut && counted && (amount.digits() || end - from > 2);
        }
        if (isKatakana(last)) {
            return end == folded.length() || !isKatakana(folded.charAt(end));
        }
        return !eastern || easternFits(amount, from, end, unit);
    }

    /** One character of a number and one of a unit are more often something else: 한도, 일도, 一度, 一块. */
    private boolean easternFits(MeasureEntityExtractor.Amount amount, int from, int end, Units.Unit unit) {
        boolean bothShort = !amount.digits() && amount.end() - amount.start() == 1 && end - from == 1;
        char number = folded.charAt(amount.start());
        if (isHangul(folded.charAt(end - 1))) {
            String before = folded.substring(0, amount.start()).stripTrailing();
            boolean negative = units.negativesBefore().stream().anyMatch(before::endsWith);
            boolean counted = "한두세네석넉반".indexOf(number) >= 0
                    && from > amount.end()
                    && !Set.of(Entity.TEMPERATURE, Entity.MONEY).contains(unit.type());
            boolean round = unit.name().equals("KRW") && "십백천만억".indexOf(number) >= 0;
            return koreanEnds(end) && (!bothShort || counted || round || negative);
        }
        String before = folded.substring(0, amount.start());
        boolean signed = units.negativesBefore().stream().anyMatch(before::endsWith);
        boolean idiom = unit.type().equals(Entity.TEMPERATURE) || number == '一' && folded.charAt(from) == '块';
        return !bothShort || !idiom || signed;
    }

    /** After a Korean unit comes a particle, a copula or the end of the word. */
    private boolean koreanEnds(int end) {
        int wordEnd = end;
        while (wordEnd < folded.length() && isHangul(folded.charAt(wordEnd))) {
            wordEnd++;
        }
        return wordEnd == end || KoreanEndings.mayFollow(folded.substring(end, wordEnd));
    }

    private void add(BigDecimal amount, List<Units.Unit> matches, int from, int to) {
        int start = from;
        int end = to;
        BigDecimal value = amount;
        for (String sign : units.negativesBefore()) {
            int direct = from - sign.length();
            int apart = direct - 1;
            boolean near = direct >= 0 && folded.startsWith(sign, direct) && begins(direct);
            boolean blank = apart >= 0
                    && folded.charAt(from - 1) == ' '
                    && !sign.equals("-")
                    && folded.startsWith(sign, apart)
                    && begins(apart);
            if (near || blank) {
                start = near ? direct : apart;
                value = value.negate();
                break;
            }
        }
        for (String sign : units.negativesAfter()) {
            int at = afterBlank(end);
            if (folded.startsWith(sign, at)) {
                end = at + sign.length();
                value = value.negate();
                break;
            }
        }
        covered = end;
        for (Units.Unit unit : matches) {
            if (matches.size() > 1 || !joinsCents(unit, value, start, end)) {
                add(unit, value.multiply(unit.factor()), start, end, CERTAIN / matches.size());
            }
        }
    }

    private void add(Units.Unit unit, BigDecimal value, int start, int end, double confidence) {
        String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        Map<String, String> attributes = Map.of("amount", plain, "unit", unit.name());
        String words = text.substring(start, end);
        found.add(new Entity(
                unit.type(), plain + " " + unit.name(), words, start, end, confidence, List.of(), attributes));
    }

    /** "5 dollars and 20 cents" is one amount. */
    private boolean joinsCents(Units.Unit unit, BigDecimal value, int start, int end) {
        if (found.isEmpty() || unit.factor().compareTo(CENT) != 0) {
            return false;
        }
        Entity before = found.getLast();
        boolean same = before.attribute("unit").filter(unit.name()::equals).isPresent();
        if (!same || !BEFORE_CENTS.contains(folded.substring(before.end(), start))) {
            return false;
        }
        BigDecimal whole = new BigDecimal(before.attribute("amount").orElseThrow());
        found.removeLast();
        Units.Unit currency = new Units.Unit(unit.type(), unit.name(), BigDecimal.ONE);
        add(currency, whole.add(value.multiply(CENT)), before.start(), end, CERTAIN);
        return true;
    }

    private boolean begins(int at) {
        return at == 0 || !isWestern(folded.charAt(at - 1)) && !Character.isDigit(folded.charAt(at - 1));
    }

    private int afterBlank(int from) {
        boolean blank = from < folded.length() && (folded.charAt(from) == ' ' || folded.charAt(from) == '-');
        return blank ? from + 1 : from;
    }

    private static boolean isWestern(char c) {
        return Character.isLetter(c) && c < '⺀';
    }

    private static boolean isKatakana(char c) {
        return c >= 'ァ' && c <= 'ー';
    }

    private static boolean isHangul(char c) {
        return c >= '가' && c <= '힣';
    }
}
