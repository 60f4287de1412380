package io.liying.skill.calculator;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Wording;
import io.liying.skill.api.Words;
import io.liying.skill.calculator.Measure.Dimension;
import io.liying.skill.calculator.MeasureNames.Mention;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;

/** Converts amounts into other units and currencies. */
final class Conversions {

    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    private final Messages messages;
    private final Words words = Words.beside(Conversions.class);
    private final Map<Language, MeasureNames> names = new ConcurrentHashMap<>();
    private final Rates rates = Rates.read();
    private final Lately<Asked> lately = new Lately<>();

    Conversions(Messages messages) {
        this.messages = messages;
    }

    /** From which unit into which. */
    private record Pair(Measure from, Measure to) {}

    private record Asked(BigDecimal amount, Pair pair) {}

    SkillAnswer answer(SkillRequest request) {
        Language language = request.language();
        MeasureNames known = names.computeIfAbsent(language, this::names);
        List<Mention> mentions = known.find(request.text());
        if (mentions.size() < 2) {
            return continued(request)
                    .orElseGet(() -> SkillAnswer.ask(said(request).text(language, "convert.ask")));
        }
        Optional<Entity> said = number(request, mentions);
        BigDecimal amount = said.map(number -> new BigDecimal(number.value())).orElse(BigDecimal.ONE);
        Mention from = from(request, mentions, said);
        Mention to =
                mentions.stream().filter(other -> other != from).findFirst().orElseThrow();
        Optional<Pair> pair = pair(from, to);
        if (pair.isEmpty()) {
            return SkillAnswer.of(said(request)
                    .text(
                            language,
                            "convert.different",
                            Map.of(
                                    "from", request.text().substring(from.start(), from.end()),
                                    "to", request.text().substring(to.start(), to.end()))));
        }
        return told(request, known, new Asked(amount, pair.get()));
    }

    /** Takes the last conversion up with another amount, as in "and 5 metres?", or another unit, as in "and in feet?". */
    Optional<SkillAnswer> continued(SkillRequest request) {
        Optional<Asked> last = lately.of(request);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        MeasureNames known = names.computeIfAbsent(request.language(), this::names);
        List<Mention> mentions = known.find(request.text());
        return mentions.size() == 1
                ? changed(last.get(), mentions.getFirst(), number(request, mentions))
                        .map(asked -> told(request, known, asked))
                : Optional.empty();
    }

    private static Optional<Asked> changed(Asked last, Mention mention, Optional<Entity> number) {
        Measure from = last.pair().from();
        Measure to = last.pair().to();
        Optional<Measure> other = mention.measures().stream()
                .filter(measure -> measure.dimension() == from.dimension())
                .findFirst();
        return number.isPresent()
                ? other.map(measure ->
                        new Asked(new BigDecimal(number.get().value()), new Pair(measure, measure == to ? from : to)))
                : other.filter(measure -> measure != from)
                        .map(measure -> new Asked(last.amount(), new Pair(from, measure)));
    }

    /** The texts in the person's formality. */
    private Messages said(SkillRequest request) {
        return Wording.in(messages, request.person().formality());
    }

    private MeasureNames names(Language language) {
        List<Measure> all = new ArrayList<>(Measure.ALL);
        all.addAll(rates.currencies());
        return MeasureNames.of(language, all);
    }

    private SkillAnswer told(SkillRequest request, MeasureNames known, Asked asked) {
        Language language = request.language();
        BigDecimal amount = asked.amount();
        Pair pair = asked.pair();
        if (amount.abs().compareTo(LARGEST) > 0) {
            return SkillAnswer.of(said(request).text(language, "too.big"));
        }
        lately.keep(request, asked);
        BigDecimal basic = amount.multiply(pair.from().factor()).add(pair.from().offset());
        BigDecimal result = basic.subtract(pair.to().offset()).divide(pair.to().factor(), MathContext.DECIMAL64);
        boolean money = pair.from().dimension() == Dimension.MONEY;
        Map<String, Object> arguments = Map.of(
                "from", known.write(amount, pair.from()),
                "to", known.write(result, pair.to()),
                "date",
                        rates.date()
                                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                        .withLocale(language.locale())));
        return SkillAnswer.of(
                said(request).text(language, money ? "convert.money" : "convert.done", arguments),
                Map.of(
                        "amount", amount.toPlainString(),
                        "from", pair.from().unit().toString(),
                        "result",
                                result.round(new MathContext(12))
                                        .stripTrailingZeros()
                                        .toPlainString(),
                        "to", pair.to().unit().toString(),
                        "rates_of", money ? rates.date().toString() : ""));
    }

    /** The number that stands nearest to a unit; where words took it for something else ("100달"), its digits. */
    private static Optional<Entity> number(SkillRequest request, List<Mention> mentions) {
        return request.entities().stream()
                .filter(entity -> entity.type().equals(Entity.NUMBER))
                .min(Comparator.comparingInt(number -> mentions.stream()
                        .mapToInt(mention -> distance(number, mention))
                        .min()
                        .orElse(Integer.MAX_VALUE)))
                .or(() -> mentions.stream()
                        .flatMap(mention -> digits(request.text(), mention.start()).stream())
                        .findFirst());
    }

    private static Optional<Entity> digits(String text, int end) {
        int last = end;
        while (last > 0 && text.charAt(last - 1) == ' ') {
            last--;
        }
        int first = last;
        while (first > 0 && text.charAt(first - 1) >= '0' && text.charAt(first - 1) <= '9') {
            first--;
        }
        String found = text.substring(first, last);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entity(Entity.NUMBER, found, found, first, last, 1));
    }

    private static int distance(Entity number, Mention mention) {
        return mention.start() >= number.end()
                ? mention.start() - number.end()
                : Math.max(0, number.start() - mention.end()) + 1;
    }

    /** The unit at the number; without one, the unit that is not asked for by "how many". */
    private Mention from(SkillRequest request, List<Mention> mentions, Optional<Entity> number) {
        if (number.isPresent()) {
            return mentions.stream()
                    .min(Comparator.comparingInt(mention -> distance(number.get(), mention)))
                    .orElseThrow();
        }
        Optional<MatchResult> many = words.find(request.language(), "many", request.text());
        Optional<Mention> asked = many.flatMap(word -> mentions.stream()
                .filter(mention -> mention.start() >= word.end())
                .findFirst());
        return mentions.stream()
                .filter(mention -> asked.isEmpty() || mention != asked.get())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Pair> pair(Mention from, Mention to) {
        for (Measure one : from.measures()) {
            for (Measure other : to.measures()) {
                if (one.dimension() == other.dimension() && one != other) {
                    return Optional.of(new Pair(one, other));
                }
            }
        }
        return Optional.empty();
    }
}
