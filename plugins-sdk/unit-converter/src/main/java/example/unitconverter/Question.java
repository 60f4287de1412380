package example.unitconverter;

import example.unitconverter.UnitWords.Mention;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What is to be converted into what. */
record Question(BigDecimal amount, Unit from, Unit to) {

    private record Amount(BigDecimal value, int start, int end) {}

    /** Empty if the words do not name two units of one quantity. */
    static Optional<Question> of(SkillRequest request, UnitWords words) {
        List<Mention> mentions = words.find(request.text());
        if (mentions.isEmpty()) {
            return Optional.empty();
        }
        Optional<Amount> amount = amount(request, words);
        Mention from = source(request, mentions, amount);
        return mentions.stream()
                .filter(to -> to != from)
                .flatMap(to -> pair(amount, from, to).stream())
                .findFirst();
    }

    private static Optional<Question> pair(Optional<Amount> amount, Mention from, Mention to) {
        BigDecimal value = amount.map(Amount::value).orElse(BigDecimal.ONE);
        for (Unit source : from.units()) {
            for (Unit target : to.units()) {
                if (source != target && source.quantity() == target.quantity()) {
                    return Optional.of(new Question(value, source, target));
                }
            }
        }
        return Optional.empty();
    }

    /** The number that was said: it comes as an entity, in whatever words. */
    private static Optional<Amount> amount(SkillRequest request, UnitWords words) {
        for (Entity entity : request.entities()) {
            boolean plain = entity.value().matches("-?\\d{1,30}(\\.\\d{1,30})?");
            if (plain && (entity.type().equals(Entity.NUMBER) || entity.type().equals(Entity.EXPRESSION))) {
                BigDecimal value = new BigDecimal(entity.value());
                boolean negative = value.signum() > 0 && words.isNegative(request.text(), entity.start());
                return Optional.of(new Amount(negative ? value.negate() : value, entity.start(), entity.end()));
            }
        }
        return Optional.empty();
    }

    /** The unit that touches the number: "10 km", "화씨 100도"; else the next one; without a number "feet in a mile". */
    private static Mention source(SkillRequest request, List<Mention> mentions, Optional<Amount> amount) {
        if (amount.isEmpty()) {
            return asksFirst(request.language()) ? mentions.getLast() : mentions.getFirst();
        }
        String text = request.text();
        int start = amount.get().start();
        int end = amount.get().end();
        return mentions.stream()
                .filter(mention -> mention.start() >= end
                        && text.substring(end, mention.start()).isBlank())
                .findFirst()
                .or(() -> mentions.stream()
                        .filter(mention -> mention.end() <= start
                                && text.substring(mention.end(), start).isBlank())
                        .findFirst())
                .or(() -> mentions.stream()
                        .filter(mention -> mention.start() >= end)
                        .findFirst())
                .orElse(mentions.getFirst());
    }

    /** Whether the wanted unit comes first in a question: "how many feet are in a mile". */
    private static boolean asksFirst(Language language) {
        return switch (language) {
            case ENGLISH, SPANISH, FRENCH, GERMAN -> true;
            case KOREAN, CHINESE, JAPANESE -> false;
        };
    }
}
