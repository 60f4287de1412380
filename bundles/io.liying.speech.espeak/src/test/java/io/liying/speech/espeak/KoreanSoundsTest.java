package io.liying.speech.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KoreanSoundsTest {

    @ParameterizedTest
    @CsvSource({
        "감사합니다, 감사함니다",
        "맞췄습니다, 맏춷씀니다",
        "국물, 궁물",
        "독립, 동닙",
        "신라, 실라",
        "칼날, 칼랄",
        "협력, 혐녁",
        "강릉, 강능",
        "담력, 담녁",
        "먹는다, 멍는다",
        "읽는, 잉는",
        "앞마당, 암마당",
        "끝나요, 끈나요",
        "있는데, 인는데",
        "같이, 가치",
        "굳이, 구지",
        "붙여, 부쳐",
        "닫혀요, 다쳐요",
        "굳히다, 구치다",
        "못해요, 모태요",
        "축하해요, 추카해요",
        "입학, 이팍",
        "앉히다, 안치다",
        "맞히다, 마치다",
        "좋아요, 조아요",
        "좋고, 조코",
        "좋네요, 존네요",
        "많다, 만타",
        "많아요, 마나요",
        "않는, 안는",
        "잃어, 이러",
        "뚫네, 뚤레",
        "닿소, 다쏘",
        "없어요, 업써요",
        "값이, 갑씨",
        "넋이, 넉씨",
        "앉아, 안자",
        "읽어요, 일거요",
        "읽다, 익따",
        "읽고, 일꼬",
        "넓게, 널께",
        "학교, 학꾜",
        "있어요, 이써요",
        "있다, 읻따",
        "옷이, 오시",
        "밖에, 바께",
        "영어, 영어",
        "십육, 심뉵",
        "백육십, 뱅뉵씹",
        "타이머, 타이머",
        "부엌, 부억"
    })
    void a_word_is_written_as_it_is_spoken(String written, String spoken) {
        assertThat(KoreanSounds.of(written)).isEqualTo(spoken);
    }

    @Test
    void everything_else_stays() {
        assertThat(KoreanSounds.of("LiYing, 꽃 5개! 몇 시?")).isEqualTo("LiYing, 꽃 5개! 몇 시?");
    }
}
