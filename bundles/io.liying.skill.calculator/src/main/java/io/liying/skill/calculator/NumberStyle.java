package io.liying.skill.calculator;

import io.liying.i18n.api.Language;
import java.math.BigDecimal;
import java.math.MathContext;

/** How a language writes numbers, as in CLDR; formatting is part of every answer, so it is done by hand. */
enum NumberStyle {
    POINT(',', '.', 4, "%"),
    COMMA('.', ',', 4, "\u00a0%"),
    SPANISH('.', ',', 5, "\u00a0%"),
    FRENCH('\u202f', ',', 4, "\u202f%");

    private static final int SHOWN_DIGITS = 12;
    private static final String ROOT = "sqrt(";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final char group;
    private final char decimal;
    private final int shortestGrouped;
    private final String percent;

    NumberStyle(char group, char decimal, int shortestGrouped, String percent) {
        this.group = group;
        this.decimal = decimal;
        this.shortestGrouped = shortestGrouped;
        this.percent = percent;
    }

    static NumberStyle of(Language language) {
        return switch (language) {
            case KOREAN, ENGLISH, CHINESE, JAPANESE -> POINT;
            case GERMAN -> COMMA;
            case SPANISH -> SPANISH;
            case FRENCH -> FRENCH;
        };
    }

    /** A rounded value with as many digits as a person reads; programs get all of them. */
    static String shortened(BigDecimal value) {
        return value.round(new MathContext(SHOWN_DIGITS)).stripTrailingZeros().toPlainString();
    }

    /** Writes a plain decimal such as {@code -1234.5}. */
    String number(String plain) {
        StringBuilder text = new StringBuilder(plain.length() + plain.length() / 3 + 1);
        append(text, plain, 0, plain.length());
        return text.toString();
    }

    private void append(StringBuilder text, String plain, int begin, int end) {
        int point = plain.indexOf('.', begin);
        int whole = point < 0 || point >= end ? end : point;
        int first = plain.charAt(begin) == '-' ? begin + 1 : begin;
        boolean grouped = whole - first >= shortestGrouped;
        for (int i = begin; i < whole; i++) {
            text.append(plain.charAt(i));
            if (grouped && i >= first && i + 1 < whole && (whole - i - 1) % 3 == 0) {
                text.append(group);
            }
        }
        if (whole < end) {
            text.append(decimal).append(plain, whole + 1, end);
        }
    }

    /** Writes an expression in normal form as people write it: {@code (15/100)*80} becomes {@code (15 ÷ 100) × 80}. */
    String expression(String normal) {
        StringBuilder text = new StringBuilder(normal.length() * 2);
        boolean operand = false;
        int i = 0;
        while (i < normal.length()) {
            char c = normal.charAt(i);
            int next = i + 1;
            if (isDigit(c)) {
                next = endOfNumber(normal, i);
                append(text, normal, i, next);
                operand = true;
            } else if (c == '^' && exponentEnd(normal, next) > next) {
                int end = exponentEnd(normal, next);
                for (int digit = next; digit < end; digit++) {
                    text.append(SUPERSCRIPTS.charAt(normal.charAt(digit) - '0'));
                }
                next = end;
            } else if (normal.startsWith(ROOT, i)) {
                text.append('√');
                int end = endOfNumber(normal, i + ROOT.length());
                operand = end > i + ROOT.length() && normal.startsWith(")", end);
                if (operand) {
                    append(text, normal, i + ROOT.length(), end);
                }
                next = operand ? end + 1 : i + ROOT.length() - 1;
            } else if (c == '(' || c == '^') {
                text.append(c);
                operand = false;
            } else if (c == ')') {
                text.append(c);
                operand = true;
            } else if (c == '%') {
                text.append(percent);
            } else if (c != ' ') {
                char sign = c == '*' ? '×' : c == '/' ? '÷' : c;
                if (operand) {
                    text.append(' ').append(sign).append(' ');
                } else {
                    text.append(sign);
                }
                operand = false;
            }
            i = next;
        }
        return text.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfNumber(String text, int begin) {
        int end = begin;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    /** Where a whole exponent ends that fits above the line; its own begin if it does not. */
    private static int exponentEnd(String text, int begin) {
        int end = endOfNumber(text, begin);
        boolean followedByPower = end < text.length() && text.charAt(end) == '^';
        return followedByPower || text.substring(begin, end).contains(".") ? begin : end;
    }
}
