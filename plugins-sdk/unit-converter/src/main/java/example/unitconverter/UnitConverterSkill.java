package example.unitconverter;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers "how many miles are 10 km". */
@Component
public final class UnitConverterSkill implements Skill {

    private final Messages messages;
    private final Map<Language, UnitWords> words =
            Arrays.stream(Language.values()).collect(Collectors.toMap(language -> language, UnitWords::of));
    private final SkillDescription description;

    @Activate
    public UnitConverterSkill(@Reference MessageCatalogs catalogs) {
        messages = catalogs.of(UnitConverterSkill.class);
        description = SkillDescription.read("unit-converter", UnitConverterSkill.class, messages);
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) {
        Optional<Question> asked = Question.of(request, Objects.requireNonNull(words.get(request.language())));
        if (asked.isEmpty()) {
            return SkillAnswer.ask(messages.text(request.language(), "ask"));
        }
        Question question = asked.get();
        Unit.Converted converted = question.from().to(question.to(), question.amount());
        Map<String, String> arguments = Map.of(
                "amount", shown(request.language(), question.amount(), question.from()),
                "result", shown(request.language(), converted.value(), question.to()));
        return SkillAnswer.of(
                messages.text(request.language(), converted.exact() ? "exact" : "rounded", arguments),
                Map.of(
                        "amount", question.amount().toPlainString(),
                        "from", question.from().symbol(),
                        "result", converted.value().toPlainString(),
                        "to", question.to().symbol(),
                        "exact", converted.exact()));
    }

    private static String shown(Language language, BigDecimal value, Unit unit) {
        NumberFormat format = NumberFormat.getInstance(language.locale());
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value) + " " + unit.symbol();
    }
}
