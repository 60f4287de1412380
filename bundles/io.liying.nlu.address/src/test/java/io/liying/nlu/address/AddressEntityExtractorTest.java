package io.liying.nlu.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AddressEntityExtractorTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-21T10:00+09:00[Asia/Seoul]");

    private final AddressEntityExtractor extractor = new AddressEntityExtractor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "en | send it to Kim.Lee@Example.ORG, please | email=Kim.Lee@example.org",
                "ko | kim@example.org으로 보내줘 | email=kim@example.org",
                "zh | 发到kim@example.org | email=kim@example.org",
                "ja | kim@example.co.jpに送って | email=kim@example.co.jp",
                "es | escribe a ana+tienda@correo.es. | email=ana+tienda@correo.es",
                "fr | écris à jean-paul@exemple.fr | email=jean-paul@exemple.fr",
                "de | an m.müller@firma.de | email=m.müller@firma.de",
                "de | schreib an info@firma.de und chef@firma.de | email=info@firma.de email=chef@firma.de",
                "en | open https://example.org/a?b=1. | url=https://example.org/a?b=1",
                "en | look at example.com please | url=https://example.com",
                "ko | naver.com 열어줘 | url=https://naver.com",
                "ko | www.example.kr를 읽어줘 | url=https://www.example.kr",
                "zh | 打开example.cn | url=https://example.cn",
                "ja | https://example.jp/日本 を開いて | url=https://example.jp/",
                "fr | va sur exemple.fr/page! | url=https://exemple.fr/page",
                "en | call (650) 253-0000 | phone=+16502530000",
                "en | call +82 10-1234-5678 now | phone=+821012345678",
                "ko | 010-1234-5678로 전화해줘 | phone=+821012345678",
                "ko | 02-312-3456 저장 | phone=+8223123456",
                "zh | 打13812345678 | phone=+8613812345678",
                "ja | 03-1234-5678に電話して | phone=+81312345678",
                "es | llama al 612 345 678 | phone=+34612345678",
                "fr | appelle le 06 12 34 56 78 | phone=+33612345678",
                "de | ruf 030 123456 an | phone=+4930123456",
                "en | meet me at 10:30 | nothing",
                "en | what is 1234567 times 2 | nothing",
                "en | e.g. this and that | nothing",
                "en | ok.then | nothing",
                "en | it is 3.5 km. Go | nothing",
                "en | @home now | nothing",
                "en | a@b | nothing",
                "de | 1.500.000 Euro | nothing",
                "ko | 2026년 11월 21일 10시 | nothing"
            })
    void addresses_are_found_in_every_language(String code, String text, String expected) {
        List<Entity> found = extractor.extract(text, Language.of(code).orElseThrow(), NOW);

        assertThat(found.stream()
                        .map(entity -> entity.type() + "=" + entity.value())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected == null ? "" : expected);
        assertThat(found)
                .allSatisfy(entity ->
                        assertThat(text.substring(entity.start(), entity.end())).isEqualTo(entity.text()));
    }

    @Test
    void a_very_long_text_is_read_to_its_bound_only() {
        assertThat(extractor.extract("x ".repeat(6000) + "kim@example.org", Language.ENGLISH, NOW))
                .isEmpty();
    }
}
