package io.liying.skill.calculator;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Wording;
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
    private final Lately<String> expressions = new Lately<>();
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
        Optional<String> said = longest == null
                ? expressions.of(request).flatMap(earlier -> continuation.of(request, earlier))
                : Optional.of(longest.value());
        if (said.isEmpty()) {
            return Optional.ofNullable(conversions)
                    .flatMap(made -> made.continued(request))
                    .orElseGet(() -> SkillAnswer.ask(said(request).text(language, "ask")));
        }
        String expression = said.get();
        return switch (Calculation.of(expression)) {
            case Calculation.Exact(var value) -> {
                String result = value.toPlainString();
                expressions.keep(request, expression);
                yield result(request, "exact", expression, result, result);
            }
            case Calculation.Rounded(var value) -> {
                String result = value.toPlainString();
                expressions.keep(request, expression);
                yield result(request, "rounded", expression, result, NumberStyle.shortened(value));
            }
            case Calculation.DivisionByZero() -> refusal(request, "division.by.zero", expression);
            case Calculation.NegativeRoot() -> refusal(request, "negative.root", expression);
            case Calculation.TooBig() -> refusal(request, "too.big", expression);
            case Calculation.Unreadable() -> SkillAnswer.ask(said(request).text(language, "ask"));
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

    private SkillAnswer result(SkillRequest request, String key, String expression, String result, String shown) {
        Language language = request.language();
        NumberStyle style = NumberStyle.of(language);
        String text = said(request)
                .text(language, key, Map.of("expression", style.expression(expression), "result", style.number(shown)));
        return SkillAnswer.of(text, Map.of("expression", expression, "result", result));
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
