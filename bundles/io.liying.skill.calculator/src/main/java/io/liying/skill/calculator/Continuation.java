package io.liying.skill.calculator;

import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Words;
import java.util.List;
import java.util.Optional;

/** Goes on with an earlier expression: "12 plus 30" and "divided by 3" are {@code (12+30)/3}. */
final class Continuation {

    private record Operation(String words, char sign) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("then.divided", '/'),
            new Operation("then.times", '*'),
            new Operation("then.plus", '+'),
            new Operation("then.minus", '-'));

    private final Words words = Words.beside(Continuation.class);

    /** The whole expression; empty if the words do nothing with the earlier one. */
    Optional<String> of(SkillRequest request, String earlier) {
        Optional<Entity> percentage = request.entity(Entity.PERCENTAGE);
        if (percentage.isPresent()) {
            return says(request, "then.of")
                    ? Optional.of("(" + percentage.get().value() + "/100)*" + closed(earlier))
                    : Optional.empty();
        }
        Optional<Entity> number = request.entity(Entity.NUMBER);
        if (number.isPresent()) {
            for (Operation operation : OPERATIONS) {
                if (says(request, operation.words())) {
                    return Optional.of(left(earlier, operation.sign())
                            + operation.sign()
                            + closed(number.get().value()));
                }
            }
            return Optional.empty();
        }
        if (says(request, "then.root")) {
            return Optional.of("sqrt(" + earlier + ")");
        }
        if (says(request, "then.squared")) {
            return Optional.of(closed(earlier) + "^2");
        }
        if (says(request, "then.doubled")) {
            return Optional.of(left(earlier, '*') + "*2");
        }
        return says(request, "then.halved") ? Optional.of(left(earlier, '/') + "/2") : Optional.empty();
    }

    private boolean says(SkillRequest request, String section) {
        return words.has(request.language(), section, request.text());
    }

    /** A sum in parentheses before what binds tighter. */
    private static String left(String expression, char sign) {
        return sign == '+' || sign == '-' || !isSum(expression) ? expression : "(" + expression + ")";
    }

    private static boolean isSum(String expression) {
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && (c == '+' || c == '-')) {
                return true;
            }
        }
        return false;
    }

    private static String closed(String expression) {
        boolean number = expression.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
        return number ? expression : "(" + expression + ")";
    }
}
