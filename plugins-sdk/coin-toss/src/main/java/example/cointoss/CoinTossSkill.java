package example.cointoss;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.skill.api.IntentFiles;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers "toss a coin" with heads or tails. */
@Component
public final class CoinTossSkill implements Skill {

    private final Messages messages;
    private final BooleanSupplier coin;
    private final SkillDescription description;

    @Activate
    public CoinTossSkill(@Reference MessageCatalogs catalogs) {
        this(catalogs.of(CoinTossSkill.class), new SecureRandom()::nextBoolean);
    }

    CoinTossSkill(Messages messages, BooleanSupplier coin) {
        this.messages = messages;
        this.coin = coin;
        this.description = new SkillDescription(
                "coin-toss",
                inEachLanguage(language -> messages.text(language, "name")),
                inEachLanguage(language -> messages.text(language, "summary")),
                IntentFiles.read(CoinTossSkill.class));
    }

    private static Map<Language, String> inEachLanguage(Function<Language, String> text) {
        return Arrays.stream(Language.values()).collect(Collectors.toMap(language -> language, text));
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) {
        String side = coin.getAsBoolean() ? "heads" : "tails";
        return SkillAnswer.of(messages.text(request.language(), side), Map.of("side", side));
    }
}
