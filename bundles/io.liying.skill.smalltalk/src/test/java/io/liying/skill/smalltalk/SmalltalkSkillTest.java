package io.liying.skill.smalltalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import io.liying.skill.api.Formality;
import io.liying.skill.api.PersonContext;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Skills;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SmalltalkSkillTest {

    private final SmalltalkSkill smalltalk = new SmalltalkSkill(new MessageFiles(), new Registry());

    /** The hash of "a" is odd, that of "b" even. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 좋은 아침이에요! 무엇을 도와드릴까요? | 안녕하세요, 반가워요! 무엇을 도와드릴까요?" + " | 안녕하세요, 좋은 저녁이에요! 무엇을 도와드릴까요?",
                "ENGLISH | Good morning! How can I help you? | Hello! What can I do for you?"
                        + " | Good evening! How can I help you?",
                "CHINESE | 早上好！有什么可以帮您？ | 您好！有什么可以帮您？ | 晚上好！有什么可以帮您？",
                "JAPANESE | おはようございます！何かお手伝いしましょうか？ | こんにちは！ご用は何でしょうか？" + " | こんばんは！何かお手伝いしましょうか？",
                "SPANISH | ¡Buenos días! ¿En qué puedo ayudarte? | ¡Hola! ¿Qué puedo hacer por ti?"
                        + " | ¡Buenas noches! ¿En qué puedo ayudarte?",
                "FRENCH | Bonjour\u00a0! Comment puis-je vous aider\u00a0?"
                        + " | Bonjour\u00a0! Que puis-je faire pour vous\u00a0?"
                        + " | Bonsoir\u00a0! Comment puis-je vous aider\u00a0?",
                "GERMAN | Guten Morgen! Wie kann ich helfen? | Hallo! Was kann ich tun?"
                        + " | Guten Abend! Wie kann ich helfen?"
            })
    void a_greeting_fits_the_time_of_day(Language language, String morning, String afternoon, String evening) {
        assertThat(greeting(language, "b", "09:00")).isEqualTo(morning);
        assertThat(greeting(language, "a", "14:00")).isEqualTo(afternoon);
        assertThat(greeting(language, "b", "21:30")).isEqualTo(evening);
        assertThat(greeting(language, "b", "04:59")).isEqualTo(evening);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 안녕히 가세요! | 천만에요!",
                "ENGLISH | Goodbye! | You're welcome!",
                "CHINESE | 再见！ | 不客气！",
                "JAPANESE | さようなら！ | どういたしまして！",
                "SPANISH | ¡Adiós! | ¡De nada!",
                "FRENCH | Au revoir\u00a0! | Je vous en prie\u00a0!",
                "GERMAN | Auf Wiedersehen! | Gern geschehen!"
            })
    void farewell_and_thanks_are_returned(Language language, String farewell, String thanks) {
        assertThat(answer("smalltalk.farewell", language, "c")).isEqualTo(SkillAnswer.of(farewell));
        assertThat(answer("smalltalk.thanks", language, "c")).isEqualTo(SkillAnswer.of(thanks));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 안녕히 주무세요! | 잘 자!",
                "ENGLISH | Good night! | Good night!",
                "CHINESE | 晚安！ | 晚安！",
                "JAPANESE | おやすみなさい！ | おやすみ！",
                "SPANISH | ¡Buenas noches! | ¡Buenas noches!",
                "FRENCH | Bonne nuit\u00a0! | Bonne nuit\u00a0!",
                "GERMAN | Gute Nacht! | Gute Nacht!"
            })
    void a_good_night_is_returned(Language language, String formal, String informal) {
        assertThat(goodNight(language, Formality.FORMAL)).isEqualTo(formal);
        assertThat(goodNight(language, Formality.INFORMAL)).isEqualTo(informal);
    }

    private String goodNight(Language language, Formality formality) {
        return smalltalk
                .answer(as(formality, request("smalltalk.goodnight", language, "c", "23:00")))
                .text();
    }

    @ParameterizedTest
    @EnumSource
    void the_wording_depends_on_the_persons_words_alone(Language language) {
        assertThat(List.of("a", "b", "c", "a"))
                .extracting(words -> answer("smalltalk.thanks", language, words).text())
                .satisfies(texts -> {
                    assertThat(texts.subList(0, 3)).doesNotHaveDuplicates();
                    assertThat(texts.get(3)).isEqualTo(texts.get(0));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 이런 일을 도와드릴 수 있어요. / - calculator-ko: Does calculator.ko / - clock-ko: Does clock.ko",
                "ENGLISH | Here is what I can do for you."
                        + " / - calculator-en: Does calculator.en / - clock-en: Does clock.en",
                "CHINESE | 我可以帮您做这些事。 / - calculator-zh：Does calculator.zh / - clock-zh：Does clock.zh",
                "JAPANESE | こんなことができます。 / - calculator-ja：Does calculator.ja / - clock-ja：Does clock.ja",
                "SPANISH | Esto es lo que puedo hacer por ti."
                        + " / - calculator-es: Does calculator.es / - clock-es: Does clock.es",
                "FRENCH | Voici ce que je peux faire pour vous."
                        + " / - calculator-fr\u00a0: Does calculator.fr / - clock-fr\u00a0: Does clock.fr",
                "GERMAN | Dabei kann ich helfen. / - calculator-de: Does calculator.de / - clock-de: Does clock.de"
            })
    void help_names_the_skills_that_are_present(Language language, String help) {
        SkillAnswer answer = answer("smalltalk.help", language, "help");

        assertThat(answer.text().lines()).containsExactly(help.split(" / "));
        assertThat(answer.data()).isEqualTo(Map.of("skills", List.of("calculator", "clock")));
    }

    @ParameterizedTest
    @EnumSource
    void help_speaks_as_formally_as_the_person(Language language) {
        Formality other = Formality.usual(language) == Formality.FORMAL ? Formality.INFORMAL : Formality.FORMAL;
        SkillRequest request = as(other, request("smalltalk.help", language, "help", "12:00"));

        assertThat(smalltalk.answer(request).text()).contains("Is doing clock." + language.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 지금은 켜져 있는 기능이 없어요.",
                "ENGLISH | There is no skill switched on at the moment.",
                "CHINESE | 目前没有启用任何技能。",
                "JAPANESE | 今使える機能はありません。",
                "SPANISH | Ahora mismo no hay ninguna función activada.",
                "FRENCH | Aucune fonction n'est activée pour le moment.",
                "GERMAN | Zurzeit ist keine Fähigkeit eingeschaltet."
            })
    void without_a_registry_there_is_nothing_to_name(Language language, String help) {
        assertThat(new SmalltalkSkill(new MessageFiles())
                        .answer(request("smalltalk.help", language, "help", "12:00"))
                        .text())
                .isEqualTo(help);
    }

    @Test
    void every_language_has_every_message_and_enough_phrases() {
        assertThat(new MessageFiles().of(SmalltalkSkill.class).gaps()).isEmpty();
        assertThat(smalltalk.description().intents())
                .extracting(IntentExamples::intent)
                .containsExactly(
                        "smalltalk.greeting",
                        "smalltalk.farewell",
                        "smalltalk.goodnight",
                        "smalltalk.thanks",
                        "smalltalk.help",
                        "smalltalk.identity",
                        "smalltalk.joke");
        assertThat(smalltalk.description().intents())
                .allSatisfy(intent -> assertThat(intent.phrases())
                        .hasSize(Language.values().length)
                        .allSatisfy((language, phrases) -> assertThat(phrases)
                                .hasSizeGreaterThanOrEqualTo(15)
                                .doesNotHaveDuplicates()));
    }

    private String greeting(Language language, String words, String time) {
        return smalltalk
                .answer(request("smalltalk.greeting", language, words, time))
                .text();
    }

    private SkillAnswer answer(String intent, Language language, String words) {
        return smalltalk.answer(request(intent, language, words, "12:00"));
    }

    private static SkillRequest as(Formality formality, SkillRequest usual) {
        PersonContext person =
                new PersonContext(formality, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        return new SkillRequest(
                usual.intent(),
                usual.text(),
                usual.language(),
                List.of(),
                "ada",
                "session",
                usual.now(),
                Map.of(),
                false,
                List.of(),
                person);
    }

    private static SkillRequest request(String intent, Language language, String words, String time) {
        ZonedDateTime now = ZonedDateTime.parse("2026-11-21T" + time + "+09:00[Asia/Seoul]");
        return new SkillRequest(intent, words, language, List.of(), "ada", "session", now);
    }

    private static final class Registry implements ComponentServiceObjects<Skills>, Skills {

        @Override
        public Skills getService() {
            return this;
        }

        @Override
        public void ungetService(Skills service) {
            assertThat(service).isSameAs(this);
        }

        @Override
        public ServiceReference<Skills> getServiceReference() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SkillDescription> descriptions() {
            return List.of(skill("calculator"), skill("clock"), skill("smalltalk"));
        }

        private static SkillDescription skill(String id) {
            return new SkillDescription(
                    id,
                    inEachLanguage(language -> id + "-" + language.code()),
                    inEachLanguage(language -> "Does " + id + "." + language.code()),
                    List.of(),
                    List.of(),
                    inEachLanguage(language -> "Is doing " + id + "." + language.code()));
        }

        private static Map<Language, String> inEachLanguage(Function<Language, String> text) {
            return Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), text));
        }

        @Override
        public IntentModel model() {
            return (text, language) -> new IntentResult(Optional.empty(), 1, List.of());
        }

        @Override
        public Optional<SkillLease> lease(String intent) {
            return Optional.empty();
        }
    }
}
