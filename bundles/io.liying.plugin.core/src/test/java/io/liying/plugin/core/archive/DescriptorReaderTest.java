package io.liying.plugin.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.plugin.api.PluginException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DescriptorReaderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"author\" | \"auhtor\" | plugin.json of dice.jar has an unknown key “auhtor” at line 5, column 3. Check its"
                        + " spelling or remove it. | dice.jar의 plugin.json 5행 3열에 알 수 없는 키 “auhtor”이(가) 있습니다."
                        + " 철자를 확인하거나 지우세요.",
                "\"author\": | \"author\" | plugin.json of dice.jar is not valid JSON at line 5, column 12. Correct it there."
                        + " | dice.jar의 plugin.json이 5행 12열에서 올바른 JSON이 아닙니다. 그 부분을 고치세요.",
                "\"author\" | \"id\" | plugin.json of dice.jar has the key “id” twice, again at line 5, column 3. Keep one."
                        + " | dice.jar의 plugin.json에 키 “id”이(가) 두 번 있습니다(5행 3열에서 반복). 하나만 남기세요.",
                "\"Example\" | 5 | “author” in plugin.json of dice.jar must be a text without control characters (line 5,"
                        + " column 13). | dice.jar의 plugin.json에서 “author” 값은 제어 문자가 없는 문자열이어야 합니다(5행 13열).",
                "[\"en\", \"ko\"] | \"en\" | “languages” in plugin.json of dice.jar must be a list in square brackets (line 8,"
                        + " column 16). | dice.jar의 plugin.json에서 “languages” 값은 대괄호로 묶은 목록이어야 합니다(8행 16열).",
                "\"Example\" | \" \" | “author” in plugin.json of dice.jar is empty. Fill it in (line 5, column 13)."
                        + " | dice.jar의 plugin.json에서 “author” 값이 비어 있습니다. 채워 넣으세요(5행 13열).",
                "\"author\": \"Example\", | `` | plugin.json of dice.jar lacks “author”. Add it."
                        + " | dice.jar의 plugin.json에 “author” 키가 없습니다. 추가하세요.",
                "\"Dice\", \"ko\": \"주사위\" | \"Dice\" | “name” in plugin.json of dice.jar lacks a text in the language “ko”."
                        + " English and every language of the plugin are needed. | dice.jar의 plugin.json에서 “name”에 “ko”"
                        + " 언어의 글이 없습니다. 영어와 플러그인이 지원하는 모든 언어가 필요합니다.",
                "\"dice\" | \"Dice!\" | The id “Dice!” in plugin.json of dice.jar is not valid. Use at most 64 lower-case"
                        + " letters, digits and single hyphens, starting with a letter. | dice.jar의 plugin.json에 있는 ID"
                        + " “Dice!”이(가) 올바르지 않습니다. 영문 소문자로 시작하고 소문자, 숫자, 연속되지 않는 하이픈만 64자까지 쓰세요.",
                "\"author\" | \"version\": \"1.x\", \"author\" | The version “1.x” in plugin.json of dice.jar is not valid."
                        + " Write it like 1.2.3. | dice.jar의 plugin.json에 있는 버전 “1.x”이(가) 올바르지 않습니다. 1.2.3처럼 쓰세요.",
                "\"author\" | \"version\": \"2\", \"author\" | plugin.json of dice.jar says version 2.0.0, but its bundle says"
                        + " 1.2.3. Make them equal or leave the version out of plugin.json. | dice.jar의 plugin.json에는 버전이"
                        + " 2.0.0, 번들에는 1.2.3(으)로 적혀 있습니다. 같게 하거나 plugin.json에서 버전을 빼세요.",
                "[\"en\", \"ko\"] | [\"xx\"] | “xx” under “languages” in plugin.json of dice.jar is not a language of LiYing. Use"
                        + " ko, en, zh, ja, es, fr or de. | dice.jar의 plugin.json에서 “languages”의 “xx”은(는) LiYing의 언어가"
                        + " 아닙니다. ko, en, zh, ja, es, fr, de 중에서 쓰세요.",
                "\"network\" | \"netwrok\" | There is no permission “netwrok” (plugin.json of dice.jar, line 11). The guide of"
                        + " the SDK lists them. | “netwrok” 권한은 없습니다(dice.jar의 plugin.json 11행). 권한 목록은 SDK 안내서에"
                        + " 있습니다.",
                "api.example.org | https://api.example.org | “https://api.example.org” in plugin.json of dice.jar is not a"
                        + " host name (line 11). Write it like api.example.org or *.example.org, without https:// and in"
                        + " lower case. | dice.jar의 plugin.json에 있는 “https://api.example.org”은(는) 호스트 이름이 아닙니다(11행)."
                        + " https:// 없이 소문자로 api.example.org나 *.example.org처럼 쓰세요.",
                "\"network\" | \"storage\" | “api.example.org” in plugin.json of dice.jar is not a number of megabytes for the"
                        + " permission “storage” (line 11). Write a text from \"1\" to \"9999\". | dice.jar의 plugin.json에서"
                        + " “storage” 권한의 “api.example.org”은(는) 메가바이트 수가 아닙니다(11행). \"1\"부터 \"9999\"까지의 문자열을"
                        + " 쓰세요.",
                "Apache-2.0 | free for all | “free for all” in plugin.json of dice.jar is not an SPDX licence expression."
                        + " Write it like Apache-2.0 or MIT OR EPL-2.0. | dice.jar의 plugin.json에 있는 “free for all”은(는) SPDX"
                        + " 라이선스 표현식이 아닙니다. Apache-2.0이나 MIT OR EPL-2.0처럼 쓰세요.",
                "https://example.org/dice | javascript:alert(1) | “javascript:alert(1)” in plugin.json of dice.jar is not a"
                        + " web address. Write it with https:// or leave it empty. | dice.jar의 plugin.json에 있는"
                        + " “javascript:alert(1)”은(는) 웹 주소가 아닙니다. https://로 시작하게 쓰거나 비워 두세요.",
                "\"author\" | \"panel\": \"p.html\", \"author\" | The panel “p.html” of plugin.json is not in dice.jar. Add the"
                        + " page or correct its path. | plugin.json의 패널 “p.html”이(가) dice.jar 안에 없습니다. 페이지를 넣거나"
                        + " 경로를 고치세요."
            })
    void a_mistake_is_named(String old, String replacement, String english, String korean) throws Exception {
        Path file = new PluginFile().describe(old, replacement).write(folder);
        ArchiveReader reader = new ArchiveReader(ArchiveLimits.STANDARD, new MessageFiles());

        PluginException refusal = catchThrowableOfType(PluginException.class, () -> reader.read(file));

        assertThat(refusal).isNotNull();
        assertThat(refusal.reason(Language.ENGLISH)).isEqualTo(english);
        assertThat(refusal.reason(Language.KOREAN)).isEqualTo(korean);
    }
}
