package io.liying.skill.calculator;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Referent;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers arithmetic, converts units and currencies, and goes on with what it calculated last. */
@Component
public final class CalculatorSkill implements Skill {

    private final Messages messages;
    private final SkillDescription description;
    private final Continuation continuation = new Continuation();
    private final Lately<Calculated> calculations = new Lately<>();
    private volatile @Nullable Conversions conversions;

    @Activate
    public CalculatorSkill(@Reference MessageCatalogs catalogs) {
        messages = catalogs.of(CalculatorSkill.class);
        description = SkillDescription.read("calculator", CalculatorSkill.class, messages);
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) {
        if (request.intent().equals("calculator.convert")) {
            return conversions().answer(request);
        }
        Language language = request.language();
        Entity longest = longestExpression(request);
        Optional<Calculated> said = longest == null
                ? calculations.of(request).flatMap(last -> continuation.of(request, last))
                : Optional.of(Calculated.of(longest.value(), Money.of(longest)));
        if (said.isEmpty()) {
            return Optional.ofNullable(conversions)
                    .flatMap(made -> made.continued(request))
                    .orElseGet(() -> SkillAnswer.ask(said(request).text(language, "ask")));
        }
        SkillAnswer answer = calculated(request, said.get());
        boolean stepped = longest == null && answer.data().containsKey("result");
        return stepped ? answer.about(List.of(continued(said.get()))) : answer;
    }

    /** Told to the conversation, so that it says when the next words correct this ("no, by 4"). */
    private static Referent continued(Calculated calculated) {
        return new Referent("calculation", calculated.expression(), calculated.expression());
    }

    private SkillAnswer calculated(SkillRequest request, Calculated calculated) {
        String expression = calculated.expression();
        return switch (Calculation.of(expression)) {
            case Calculation.Exact(var value) -> result(request, calculated, "exact", value, value.toPlainString());
            case Calculation.Rounded(var value) ->
                result(request, calculated, "rounded", value, NumberStyle.shortened(value));
            case Calculation.DivisionByZero() -> refusal(request, "division.by.zero", expression);
            case Calculation.NegativeRoot() -> refusal(request, "negative.root", expression);
            case Calculation.TooBig() -> refusal(request, "too.big", expression);
            case Calculation.Unreadable() -> SkillAnswer.ask(said(request).text(request.language(), "ask"));
        };
    }

    /** Made at the first use: it reads a table. */
    private Conversions conversions() {
        Conversions made = conversions;
        if (made == null) {
            made = new Conversions(messages);
            conversions = made;
        }
        return made;
    }

    private static @Nullable Entity longestExpression(SkillRequest request) {
        Entity longest = null;
        for (Entity entity : request.entities()) {
            if (entity.type().equals(Entity.EXPRESSION)
                    && (longest == null || entity.end() - entity.start() > longest.end() - longest.start())) {
                longest = entity;
            }
        }
        return longest;
    }

    private SkillAnswer result(
            SkillRequest request, Calculated calculated, String precision, BigDecimal value, String shown) {
        calculations.keep(request, calculated);
        Language language = request.language();
        NumberStyle style = NumberStyle.of(language);
        Optional<BigDecimal> rounded = calculated.money().map(money -> money.rounded(value));
        String key = rounded.isPresent() && rounded.get().compareTo(value) != 0 ? "rounded" : precision;
        String result =
                calculated.money().map(money -> money.write(value, language)).orElseGet(() -> style.number(shown));
        String expression = calculated.expression();
        String text =
                said(request).text(language, key, Map.of("expression", style.expression(expression), "result", result));
        return SkillAnswer.of(text, Map.of("expression", expression, "result", value.toPlainString()));
    }

    private SkillAnswer refusal(SkillRequest request, String key, String expression) {
        Language language = request.language();
        return SkillAnswer.of(said(request).text(language, key), Map.of("expression", expression));
    }

    /** The texts in the person's formality. */
    private Messages said(SkillRequest request) {
        return Wording.in(messages, request.person().formality());
    }
}
