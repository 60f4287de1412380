package io.liying.skill.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MemoryWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "내 차는 P3에 있다고 기억해 줘|내 차는 P3에 있다",
                "사물함 번호는 4711이라고 기억해 줘|사물함 번호는 4711",
                "비밀번호는 나비라고 기억해 줘|비밀번호는 나비",
                "기억해 줘: 자리는 14C|자리는 14C"
            })
    void a_korean_fact_is_taken_out_of_its_quotation(String said, String fact) {
        assertThat(new MemoryWords().of(Language.KOREAN).fact(said)).contains(fact);
    }
}
