package io.liying.skill.timer.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KoreanQuoteTest {

    @ParameterizedTest
    @CsvSource({
        "엄마한테 전화하라고, 엄마한테 전화",
        "쓰레기 버리라고, 쓰레기 버리기",
        "보고서 보내라고, 보고서 보내기",
        "약 먹으라고, 약 먹기",
        "고양이 밥 먹이라고, 고양이 밥 먹이기",
        "민수 데리러 가라고, 민수 데리러 가기",
        "가스레인지 끄라고, 가스레인지 끄기",
        "회의라고, 회의",
        "요가라고, 요가",
        "안나 생일이라고, 안나 생일",
        "치과 예약, 치과 예약",
        "라고, 라고"
    })
    void reported_speech_becomes_a_thing_to_do(String said, String told) {
        assertThat(KoreanQuote.plain(said)).isEqualTo(told);
    }
}
