package io.liying.skill.calculator;

import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Goes on with what was calculated: "12 plus 30" and "divided by 3" are {@code (12+30)/3}; "no, by 4" puts another step in the
 * place of the last one.
 */
final class Continuation {

    /** A sign and a number for an earlier result. */
    private static final String OPERATION = "operation";

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private record Operation(String words, char sign) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("then.divided", '/'),
            new Operation("then.times", '*'),
            new Operation("then.plus", '+'),
            new Operation("then.minus", '-'));

    /** What a percentage is said to be without a word for plus or minus. */
    private static final List<Operation> PARTS =
            List.of(new Operation("then.discount", '-'), new Operation("then.extra", '+'));

    private final Words words = Words.beside(Continuation.class);

    /** The whole calculation; empty if the words do nothing with the last one. */
    Optional<Calculated> of(SkillRequest request, Calculated last) {
        boolean instead = !request.replaces().isEmpty() || says(request, "then.instead");
        if (!instead || last.before().isEmpty()) {
            return goneOn(request, last.expression(), last);
        }
        return goneOn(request, last.before(), last).or(() -> sameSign(request, last));
    }

    /** "no, by 4": the last step with another number. */
    private static Optional<Calculated> sameSign(SkillRequest request, Calculated last) {
        return last.hasSign()
                ? operand(request)
                        .or(() -> digits(request))
                        .map(operand -> Calculated.step(last.before(), last.sign(), operand, last.money()))
                : Optional.empty();
    }

    private Optional<Calculated> goneOn(SkillRequest request, String earlier, Calculated last) {
        Optional<Entity> percentage = request.entity(Entity.PERCENTAGE);
        if (percentage.isPresent() && says(request, "then.of")) {
            String part = "(" + percentage.get().value() + "/100)*" + closed(earlier);
            return Optional.of(Calculated.around(earlier, part, last.money()));
        }
        Optional<String> operand = operand(request);
        if (operand.isPresent()) {
            return sign(request, percentage.isPresent())
                    .map(sign -> Calculated.step(earlier, sign, operand.get(), last.money()));
        }
        return whole(request, earlier, last);
    }

    private Optional<Character> sign(SkillRequest request, boolean percentage) {
        Optional<Character> found =
                request.entity(OPERATION).map(operation -> operation.value().charAt(0));
        return found.or(() -> first(request, OPERATIONS))
                .or(() -> percentage ? first(request, PARTS) : Optional.empty());
    }

    private Optional<Character> first(SkillRequest request, List<Operation> operations) {
        return operations.stream()
                .filter(operation -> says(request, operation.words()))
                .map(Operation::sign)
                .findFirst();
    }

    /** The only number; with several of them the words are about something else. */
    private static Optional<String> operand(SkillRequest request) {
        List<Entity> numbers = request.entities().stream()
                .filter(entity -> entity.type().equals(Entity.NUMBER))
                .toList();
        return request.entity(Entity.PERCENTAGE)
                .map(percentage -> percentage.value() + "%")
                .or(() -> numbers.size() == 1
                        ? Optional.of(closed(numbers.getFirst().value()))
                        : Optional.empty());
    }

    /** The digits of words that were taken for something else, such as "by 4" for a time. */
    private static Optional<String> digits(SkillRequest request) {
        List<String> found =
                DIGITS.matcher(request.text()).results().map(MatchResult::group).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** What is done with all of it and no number. */
    private Optional<Calculated> whole(SkillRequest request, String earlier, Calculated last) {
        if (says(request, "then.root")) {
            return Optional.of(Calculated.around(earlier, "sqrt(" + earlier + ")", Optional.empty()));
        }
        if (says(request, "then.squared")) {
            return Optional.of(Calculated.around(earlier, closed(earlier) + "^2", Optional.empty()));
        }
        if (says(request, "then.doubled")) {
            return Optional.of(Calculated.step(earlier, '*', "2", last.money()));
        }
        return says(request, "then.halved")
                ? Optional.of(Calculated.step(earlier, '/', "2", last.money()))
                : Optional.empty();
    }

    private boolean says(SkillRequest request, String section) {
        return words.has(request.language(), section, request.text());
    }

    private static String closed(String expression) {
        boolean number = expression.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
        return number ? expression : "(" + expression + ")";
    }
}
