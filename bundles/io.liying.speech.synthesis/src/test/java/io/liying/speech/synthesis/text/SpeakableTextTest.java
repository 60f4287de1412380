package io.liying.speech.synthesis.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.FileMessages;
import io.liying.i18n.core.MessageFiles;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpeakableTextTest {

    private static final FileMessages MESSAGES = (FileMessages) new MessageFiles().of(SpeakableText.class);

    private static String spoken(Language language, String written) {
        return new SpeakableText(language, MESSAGES).of(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    KOREAN   | 12 × 3 = 36 | 십이 곱하기 삼은 삼십육
                    ENGLISH  | 12 × 3 = 36 | twelve times three equals thirty-six
                    CHINESE  | 12 × 3 = 36 | 十二乘以三等于三十六
                    JAPANESE | 12 × 3 = 36 | 十二掛ける三は三十六
                    SPANISH  | 12 × 3 = 36 | doce por tres es igual a treinta y seis
                    FRENCH   | 12 × 3 = 36 | douze fois trois égale trente-six
                    GERMAN   | 12 × 3 = 36 | zwölf mal drei gleich sechsunddreißig
                    ENGLISH  | 7 - 9 = -2 | seven minus nine equals minus two
                    ENGLISH  | 1,234.5 | one thousand two hundred thirty-four point five
                    GERMAN   | 1.234,5 | eintausendzweihundertvierunddreißig Komma fünf
                    SPANISH  | 1.234,5 | mil doscientos treinta y cuatro coma cinco
                    FRENCH   | 1\u202f234,5 | mille deux cent trente-quatre virgule cinq
                    JAPANESE | 3.05 | 三点〇五
                    KOREAN   | 3.05 | 삼점영오
                    CHINESE  | 2个小时 | 两个小时
                    KOREAN   | 사과 3개와 20살 | 사과 세 개와 스무 살
                    ENGLISH  | 5–7 people | five to seven people
                    GERMAN   | 5–7 Tage | fünf bis sieben Tage
                    ENGLISH  | Java 25.0.1 | Java twenty-five dot zero dot one
                    ENGLISH  | Call 030-123456 | Call zero three zero one two three four five six
                    KOREAN   | 010-1234-5678 | 공일공 일이삼사 오육칠팔
                    ENGLISH  | the 3rd and 21st | the third and twenty-first
                    FRENCH   | la 1re fois | la première fois
                    SPANISH  | el 2.º piso | el segundo piso
                    GERMAN   | im 2. Stock | im zweiten Stock
                    ENGLISH  | 3/4 of it | three over four of it
                    CHINESE  | 3/4 | 四分之三
                    """)
    void numbers_are_spelled(Language language, String written, String expected) {
        assertThat(spoken(language, unescaped(written))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    KOREAN   | 2026-10-21 | 이천이십육년 시월 이십일일
                    KOREAN   | 2026년 6월 1일에 | 이천이십육년 유월 일일 에
                    ENGLISH  | 2026-11-21 | November twenty-first, twenty twenty-six
                    ENGLISH  | May 3, 1999 | May third, nineteen ninety-nine
                    ENGLISH  | in 1984 | in nineteen eighty-four
                    CHINESE  | 2026年11月21日 | 二〇二六年十一月二十一日
                    JAPANESE | 2026年11月21日 | 二千二十六年十一月二十一日
                    SPANISH  | 21 de noviembre de 2026 | veintiuno de noviembre de dos mil veintiséis
                    FRENCH   | 1 mai 2026 | premier mai deux mille vingt-six
                    FRENCH   | 21/11/2026 | vingt-et-un novembre deux mille vingt-six
                    GERMAN   | am 21.11.2026 | am einundzwanzigsten November zweitausendsechsundzwanzig
                    GERMAN   | der 3. Mai | der dritte Mai
                    GERMAN   | Im Jahr 1984 | Im Jahr neunzehnhundertvierundachtzig
                    KOREAN   | 14:30 | 십사 시 삼십 분
                    KOREAN   | 오후 2:05 | 오후 두 시 오 분
                    ENGLISH  | 14:30 | two thirty p m
                    ENGLISH  | It is 9:00. | It is nine o'clock.
                    ENGLISH  | 9:05 AM | nine oh five a m
                    CHINESE  | 2:05 | 两点零五分
                    JAPANESE | 14:30 | 十四時三十分
                    SPANISH  | Son las 14:30. | Son las catorce y treinta.
                    SPANISH  | a la 1:00 | a la una en punto
                    FRENCH   | 21:30 | vingt-et-une heures trente
                    FRENCH   | 1 h 05 | une heure cinq
                    GERMAN   | Um 1:30 Uhr | Um ein Uhr dreißig
                    """)
    void dates_and_times_are_read(Language language, String written, String expected) {
        assertThat(spoken(language, written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    KOREAN   | 5 km | 오킬로미터
                    KOREAN   | 30% | 삼십 퍼센트
                    KOREAN   | ₩5000 | 오천원
                    ENGLISH  | 1 km and 2.5 kg | one kilometer and two point five kilograms
                    ENGLISH  | -3 °C | minus three degrees Celsius
                    ENGLISH  | $1 or $3.50 | one dollar or three dollars fifty
                    CHINESE  | 30% | 百分之三十
                    CHINESE  | ¥5 | 五元
                    JAPANESE | 時速50km | 時速五十 キロメートル
                    JAPANESE | ¥500 | 五百円
                    SPANISH  | 1 h y 21 km | una hora y veintiún kilómetros
                    SPANISH  | 3,50 € | tres euros con cincuenta
                    FRENCH   | 1 h, 2 kg | une heure, deux kilogrammes
                    FRENCH   | 20 % | vingt pour cent
                    GERMAN   | 1 h und 1 kg | eine Stunde und ein Kilogramm
                    GERMAN   | 3,50 € | drei Euro fünfzig
                    GERMAN   | 80 km/h | achtzig Kilometer pro Stunde
                    """)
    void measures_and_money_take_their_number_and_gender(Language language, String written, String expected) {
        assertThat(spoken(language, written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH  | Dr. Smith, e.g. Anna | Doctor Smith, for example Anna
                    GERMAN   | z. B. Dr. Weber, z.B. hier | zum Beispiel Doktor Weber, zum Beispiel hier
                    FRENCH   | M. Dupont, p. ex. | Monsieur Dupont, par exemple
                    SPANISH  | El Sr. García, p. ej. | El señor García, por ejemplo
                    KOREAN   | 한국 vs. 일본 | 한국 대 일본
                    JAPANESE | 日本 vs. 韓国 | 日本 対 韓国
                    CHINESE  | 中国 vs. 日本 | 中国 对 日本
                    """)
    void abbreviations_are_written_out(Language language, String written, String expected) {
        assertThat(spoken(language, written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "KOREAN, example 점 com",
        "ENGLISH, example dot com",
        "CHINESE, example 点 com",
        "JAPANESE, example ドット com",
        "SPANISH, example punto com",
        "FRENCH, example point com",
        "GERMAN, example Punkt com"
    })
    void an_address_is_cut_to_the_name_of_the_place(Language language, String expected) {
        assertThat(spoken(language, "https://www.example.com/a/b?c=1")).isEqualTo(expected);
    }

    @Test
    void markup_and_pictures_are_left_out() {
        assertThat(
                        spoken(
                                Language.ENGLISH,
                                "## News 🎉\n- **Bread** and _milk_\n- [more](https://a.b/c) `now`\n\n| a | b |\n|---|---|\n| c | d |"))
                .isEqualTo("News, Bread and milk, more now, a, b, c, d");
        assertThat(spoken(Language.ENGLISH, "Mail anna@example.com & say hi!"))
                .isEqualTo("Mail anna at example dot com and say hi!");
    }

    @ParameterizedTest
    @CsvSource({
        "KOREAN, 여기에 코드가 있어요.",
        "ENGLISH, There is code here.",
        "CHINESE, 这里有代码。",
        "JAPANESE, ここにコードがあります。",
        "SPANISH, Aquí hay código.",
        "FRENCH, Il y a du code ici.",
        "GERMAN, Hier steht Code."
    })
    void code_is_named_but_not_read(Language language, String expected) {
        assertThat(spoken(language, "```java\nint a = 1;\n```")).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void what_has_no_words_is_silent(Language language) {
        assertThat(spoken(language, "--- 🎉 …")).isEmpty();
        assertThat(spoken(language, "  \n")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_breaks_it(Language language) {
        for (String odd : new String[] {
            "99999999999999999999999 km",
            "1.2.3.4.5,6",
            "32.13.2026",
            "25:99",
            "((((",
            "€€ 5 €",
            "0000",
            "-−5",
            "12e9",
            "٣ km",
            "½"
        }) {
            assertThat(spoken(language, odd)).isNotNull();
        }
    }

    @Test
    void every_language_has_every_text() {
        assertThat(MESSAGES.gaps()).isEmpty();
    }

    private static String unescaped(String text) {
        return text.replace("\\u202f", "\u202f");
    }
}
