package io.liying.skill.calculator;

import java.util.Optional;

/**
 * What was calculated, and what its last step went on with: {@code (12+30)/3} went on with {@code 12+30} by {@code /}.
 *
 * @param before an expression, empty if the last step cannot be told apart
 * @param money in which currency the result is
 */
record Calculated(String expression, String before, char sign, Optional<Money> money) {

    private static final char NONE = ' ';

    /** A calculation of its own; its last step is the sign that is applied last. */
    static Calculated of(String expression, Optional<Money> money) {
        int at = lastSign(expression);
        return at <= 0
                ? new Calculated(expression, "", NONE, money)
                : new Calculated(expression, open(expression.substring(0, at)), expression.charAt(at), money);
    }

    /** Something that is done with an earlier expression as a whole, such as its root. */
    static Calculated around(String before, String expression, Optional<Money> money) {
        return new Calculated(expression, before, NONE, money);
    }

    /** An earlier expression and a further step; a sum gets parentheses before what binds tighter. */
    static Calculated step(String before, char sign, String operand, Optional<Money> money) {
        boolean tight = sign == '*' || sign == '/';
        String left = tight && isSum(before) ? "(" + before + ")" : before;
        return new Calculated(left + sign + operand, before, sign, money);
    }

    boolean hasSign() {
        return sign != NONE;
    }

    private static boolean isSum(String expression) {
        int at = lastSign(expression);
        return at >= 0 && (expression.charAt(at) == '+' || expression.charAt(at) == '-');
    }

    /** Where the sign stands that is applied last, outside of parentheses; -1 if there is none. */
    private static int lastSign(String expression) {
        int depth = 0;
        int sum = -1;
        int product = -1;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && (c == '+' || c == '-')) {
                sum = i;
            } else if (depth == 0 && (c == '*' || c == '/')) {
                product = i;
            }
        }
        return sum >= 0 ? sum : product;
    }

    /** Without parentheses around all of it. */
    private static String open(String expression) {
        if (!expression.startsWith("(") || !expression.endsWith(")")) {
            return expression;
        }
        int depth = 0;
        for (int i = 0; i < expression.length() - 1; i++) {
            depth += expression.charAt(i) == '(' ? 1 : expression.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return expression;
            }
        }
        return expression.substring(1, expression.length() - 1);
    }
}
