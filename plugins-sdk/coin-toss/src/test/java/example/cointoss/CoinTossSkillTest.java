package example.cointoss;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.testkit.KeyMessages;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CoinTossSkillTest {

    @ParameterizedTest
    @EnumSource
    void the_side_that_fell_is_said_in_the_persons_language(Language language) {
        CoinTossSkill skill = new CoinTossSkill(new KeyMessages(), () -> true);

        SkillAnswer answer = skill.answer(new SkillRequest(
                "coin-toss.toss",
                "",
                language,
                List.of(),
                "owner",
                "session",
                ZonedDateTime.parse("2026-11-21T10:00+09:00[Asia/Seoul]")));

        assertThat(answer.text()).isEqualTo(language.code() + ":heads");
        assertThat(answer.data()).isEqualTo(Map.of("side", "heads"));
    }

    @ParameterizedTest
    @EnumSource
    void there_are_phrases_in_each_language(Language language) {
        CoinTossSkill skill = new CoinTossSkill(new KeyMessages(), () -> true);

        assertThat(skill.description().intents())
                .singleElement()
                .satisfies(intent -> assertThat(intent.phrases().get(language)).hasSizeGreaterThanOrEqualTo(5));
    }
}
