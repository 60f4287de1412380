package io.liying.nlu.entity;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number in digits, Chinese characters or Korean words that begins at a place, as it stands before a unit:
 * {@code 3만 5천}, {@code 二十三点五}, {@code 스물세}.
 */
final class EasternNumbers {

    /** A number and where it ends. */
    record Found(BigDecimal value, int end) {}

    private static final String DIGITS = "〇零一二三四五六七八九영공일이삼사오육칠팔구";
    private static final int[] VALUES = {0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    private static final Map<String, Integer> KOREAN = Map.ofEntries(
            Map.entry("하나", 1),
            Map.entry("한", 1),
            Map.entry("두", 2),
            Map.entry("둘", 2),
            Map.entry("세", 3),
            Map.entry("석", 3),
            Map.entry("네", 4),
            Map.entry("넉", 4),
            Map.entry("다섯", 5),
            Map.entry("여섯", 6),
            Map.entry("일곱", 7),
            Map.entry("여덟", 8),
            Map.entry("아홉", 9),
            Map.entry("열", 10),
            Map.entry("스물", 20),
            Map.entry("스무", 20),
            Map.entry("서른", 30),
            Map.entry("마흔", 40),
            Map.entry("쉰", 50),
            Map.entry("예순", 60),
            Map.entry("일흔", 70),
            Map.entry("여든", 80),
            Map.entry("아흔", 90));

    private final String text;
    private int at;
    private boolean any;

    private EasternNumbers(String text, int start) {
        this.text = text;
        this.at = start;
    }

    static @Nullable Found at(String text, int start) {
        EasternNumbers reader = new EasternNumbers(text, start);
        BigDecimal value = reader.read();
        return reader.any ? new Found(value, reader.at) : null;
    }

    private BigDecimal read() {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        BigDecimal pending = null;
        while (at < text.length()) {
            BigDecimal part = part(pending != null);
            long multiplier = part == null && !beginsUnit() ? multiplier(text.charAt(at)) : 0;
            if (part != null) {
                boolean spelled = pending != null && part.compareTo(BigDecimal.TEN) < 0;
                pending = pending == null
                        ? part
                        : spelled && pending.remainder(BigDecimal.TEN).signum() != 0
                                ? pending.multiply(BigDecimal.TEN).add(part)
                                : pending.add(part);
            } else if (multiplier >= 10_000) {
                BigDecimal before = section.add(pending == null ? BigDecimal.ZERO : pending);
                total = total.add(
                        (before.signum() == 0 ? BigDecimal.ONE : before).multiply(BigDecimal.valueOf(multiplier)));
                section = BigDecimal.ZERO;
                pending = null;
                at++;
                skipBlankBeforeNumber();
            } else if (multiplier > 0) {
                section = section.add(
                        (pending == null ? BigDecimal.ONE : pending).multiply(BigDecimal.valueOf(multiplier)));
                pending = null;
                at++;
            } else {
                break;
            }
            any = true;
        }
        BigDecimal whole = total.add(section).add(pending == null ? BigDecimal.ZERO : pending);
        return any ? decimals(whole) : whole;
    }

    private @Nullable BigDecimal part(boolean follows) {
        char c = text.charAt(at);
        if (c >= '0' && c <= '9') {
            return follows ? null : literal();
        }
        int digit = DIGITS.indexOf(c);
        if (digit >= 0) {
            at++;
            return BigDecimal.valueOf(VALUES[digit]);
        }
        if (c == '两' || c == '兩') {
            at++;
            return BigDecimal.TWO;
        }
        for (int length = Math.min(2, text.length() - at); length > 0; length--) {
            Integer word = KOREAN.get(text.substring(at, at + length));
            if (word != null) {
                at += length;
                return BigDecimal.valueOf(word);
            }
        }
        return null;
    }

    /** Digits with commas between groups of three and a decimal point. */
    private BigDecimal literal() {
        StringBuilder digits = new StringBuilder();
        boolean point = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean digitFollows = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == '.' && digitFollows && !point) {
                digits.append('.');
                point = true;
            } else if (c != ',' || !digitFollows) {
                break;
            }
            at++;
        }
        return new BigDecimal(digits.toString());
    }

    private BigDecimal decimals(BigDecimal whole) {
        boolean point = at + 1 < text.length() && "点點점".indexOf(text.charAt(at)) >= 0;
        int next = point && text.charAt(at + 1) == ' ' ? at + 2 : at + 1;
        if (!point || next >= text.length() || DIGITS.indexOf(text.charAt(next)) < 0) {
            return whole;
        }
        StringBuilder value = new StringBuilder(whole.toPlainString()).append('.');
        at = next;
        while (at < text.length() && DIGITS.indexOf(text.charAt(at)) >= 0) {
            value.append(VALUES[DIGITS.indexOf(text.charAt(at))]);
            at++;
        }
        return new BigDecimal(value.toString());
    }

    private void skipBlankBeforeNumber() {
        boolean more = at + 1 < text.length()
                && text.charAt(at) == ' '
                && (Character.isDigit(text.charAt(at + 1)) || DIGITS.indexOf(text.charAt(at + 1)) >= 0);
        at += more ? 1 : 0;
    }

    /** 千 is no thousand in 千克, a kilogram. */
    private boolean beginsUnit() {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return text.charAt(at) == '千' && "克米瓦卡字".indexOf(next) >= 0 || text.charAt(at) == '百' && next == '帕';
    }

    private static long multiplier(char c) {
        return switch (c) {
            case '十', '십' -> 10;
            case '百', '백' -> 100;
            case '千', '천' -> 1_000;
            case '万', '萬', '만' -> 10_000;
            case '亿', '億', '억' -> 100_000_000;
            default -> 0;
        };
    }
}
