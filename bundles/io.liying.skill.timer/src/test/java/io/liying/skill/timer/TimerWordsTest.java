package io.liying.skill.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimerWordsTest {

    private final TimerWords words = new TimerWords();

    /** The duration stands in brackets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 파스타 타이머 [8분] | 파스타",
                "KOREAN | [8분] 파스타 타이머 맞춰 줘 | 파스타",
                "KOREAN | [20분]짜리 빨래 타이머 걸어 줘 | 빨래",
                "KOREAN | 계란용 타이머 [7분] | 계란",
                "KOREAN | 빨래라는 이름으로 [40분] 타이머 만들어 줘 | 빨래",
                "KOREAN | “저녁 밥” 타이머 [40분] | 저녁 밥",
                "ENGLISH | set a pasta timer for [8 minutes] | pasta",
                "ENGLISH | a [8 minute] pasta timer, please | pasta",
                "ENGLISH | could you set up a soft boiled egg timer for [7 minutes]? | soft boiled egg",
                "ENGLISH | set a timer called laundry for [40 minutes] | laundry",
                "ENGLISH | set a timer for the pizza for [12 minutes] | pizza",
                "ENGLISH | set a timer for [12 minutes] for the pizza | pizza",
                "CHINESE | 设置[8分钟]的意面计时器 | 意面",
                "CHINESE | 煮鸡蛋计时器[7分钟] | 煮鸡蛋",
                "CHINESE | 给披萨设一个[12分钟]的计时器 | 披萨",
                "CHINESE | 建一个叫洗衣服的[40分钟]计时器 | 洗衣服",
                "JAPANESE | パスタタイマー[8分] | パスタ",
                "JAPANESE | [8分]のパスタタイマーをセットして | パスタ",
                "JAPANESE | パスタのタイマーを[8分]でセットして | パスタ",
                "JAPANESE | 卵用に[7分]のタイマーをお願いします | 卵",
                "JAPANESE | 洗濯という名前で[40分]のタイマーを作って | 洗濯",
                "SPANISH | pon un temporizador de [8 minutos] para la pasta | pasta",
                "SPANISH | temporizador para la pasta de [8 minutos] | pasta",
                "SPANISH | temporizador de pizza de [12 minutos] | pizza",
                "SPANISH | crea un temporizador llamado lavadora de [40 minutos] | lavadora",
                "FRENCH | mets un minuteur de [8 minutes] pour les pâtes | pâtes",
                "FRENCH | minuteur pour les pâtes de [8 minutes] | pâtes",
                "FRENCH | minuteur pizza de [12 minutes] | pizza",
                "FRENCH | crée un minuteur appelé lessive de [40 minutes] | lessive",
                "GERMAN | stell einen Timer auf [8 Minuten] für die Nudeln | Nudeln",
                "GERMAN | Nudeltimer [8 Minuten] | Nudel",
                "GERMAN | Pizza-Timer auf [12 Minuten] | Pizza",
                "GERMAN | Pasta Timer [8 Minuten] | Pasta",
                "GERMAN | erstelle einen Timer namens Wäsche für [40 Minuten] | Wäsche"
            })
    void a_name_is_found(Language language, String marked, String name) {
        assertThat(name(language, marked)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 타이머 [10분]",
                "KOREAN | [5분] 타이머 맞춰 줘",
                "KOREAN | [20분]짜리 타이머 걸어 줘",
                "KOREAN | [10분] 타이머 하나 더 맞춰 줘",
                "KOREAN | [25분] 뒤에 알려 줘",
                "KOREAN | 타이머 취소해 줘",
                "ENGLISH | set a timer for [5 minutes]",
                "ENGLISH | please start a [20 minute] timer for me",
                "ENGLISH | set another timer for [1 hour and 30 minutes]",
                "ENGLISH | remind me in [25 minutes]",
                "ENGLISH | could you cancel the timer, please?",
                "CHINESE | 设一个[5分钟]的计时器",
                "CHINESE | 请设置一个[20分钟]的定时器",
                "CHINESE | 我需要一个[九十分钟]的计时器",
                "CHINESE | 把计时器取消",
                "JAPANESE | [5分]のタイマーをセットして",
                "JAPANESE | もう一つ[1時間30分]のタイマーをセットして",
                "JAPANESE | タイマー[10分]",
                "JAPANESE | タイマーを取り消して",
                "SPANISH | pon un temporizador de [5 minutos]",
                "SPANISH | pon otro temporizador de [1 hora y 30 minutos], por favor",
                "SPANISH | cancela el temporizador",
                "FRENCH | mets un minuteur de [5 minutes]",
                "FRENCH | mets un minuteur de [5 minutes] pour moi, s'il te plaît",
                "FRENCH | annule le minuteur",
                "GERMAN | stell einen Timer auf [5 Minuten]",
                "GERMAN | starte bitte einen Timer für [30 Sekunden]",
                "GERMAN | entferne den [10 Minuten] Timer",
                "GERMAN | stell einen [8-Minuten]-Timer für mich",
                "GERMAN | lösch den Timer"
            })
    void a_timer_without_a_name_has_none(Language language, String marked) {
        assertThat(name(language, marked)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 타이머 다 꺼 줘 | 타이머 꺼 줘",
                "KOREAN | 모든 타이머 삭제해 줘 | 다른 타이머 삭제해 줘",
                "ENGLISH | cancel all timers | cancel the ball timer",
                "CHINESE | 取消所有计时器 | 取消计时器",
                "JAPANESE | タイマーを全部止めて | タイマーを止めて",
                "SPANISH | cancela todos los temporizadores | cancela el temporizador",
                "FRENCH | annule tous les minuteurs | annule le minuteur",
                "GERMAN | lösch alle Timer | lösch den Timer"
            })
    void all_timers_are_meant_or_not(Language language, String all, String one) {
        assertThat(words.meansAll(language, all)).isTrue();
        assertThat(words.meansAll(language, one)).isFalse();
    }

    private Optional<String> name(Language language, String marked) {
        int start = marked.indexOf('[');
        if (start < 0) {
            return words.name(language, marked, Optional.empty());
        }
        int end = marked.indexOf(']') - 1;
        String text = marked.replace("[", "").replace("]", "");
        return words.name(
                language,
                text,
                Optional.of(new Entity(Entity.DURATION, "PT8M", text.substring(start, end), start, end, 1)));
    }
}
