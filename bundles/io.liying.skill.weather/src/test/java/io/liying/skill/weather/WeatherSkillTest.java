package io.liying.skill.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.network.core.BoundedWebClient;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Formality;
import io.liying.skill.api.PersonContext;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillRequest;
import io.liying.testkit.Configurations;
import io.liying.testkit.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WeatherSkillTest {

    private final ManualClock clock = ManualClock.at("2026-11-21T15:05+09:00[Asia/Seoul]");
    private final BoundedWebClient client = new BoundedWebClient();
    private WeatherService service;

    @BeforeEach
    void start() throws IOException {
        service = new WeatherService();
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 날씨는 인터넷(127.0.0.1)에서 가져와야 하는데, 허락해 주시기 전에는 인터넷을 쓰지 않아요."
                        + " 켜시려면 liying.yaml의 skills 항목에 weather_network: true를 넣어 주세요.",
                "ENGLISH | The weather comes from the internet (127.0.0.1), which I don't use until you allow it."
                        + " To switch it on, set weather_network: true in the section skills of liying.yaml.",
                "CHINESE | 天气信息来自互联网（127.0.0.1）。在您允许之前，我不会使用网络。"
                        + "要开启，请在 liying.yaml 的 skills 部分设置 weather_network: true。",
                "JAPANESE | 天気の情報はインターネット（127.0.0.1）から取得します。許可をいただくまでインターネットは使いません。"
                        + "有効にするには、liying.yaml の skills に weather_network: true を設定してください。",
                "SPANISH | El tiempo viene de internet (127.0.0.1), y no lo uso hasta que lo permitas."
                        + " Para activarlo, pon weather_network: true en la sección skills de liying.yaml.",
                "FRENCH | La météo vient d'internet (127.0.0.1), que je n'utilise pas sans votre accord."
                        + " Pour l'activer, mettez weather_network: true dans la section skills de liying.yaml.",
                "GERMAN | Das Wetter kommt aus dem Internet (127.0.0.1), das ich ohne deine Erlaubnis nicht nutze."
                        + " Zum Einschalten setze weather_network: true im Abschnitt skills von liying.yaml."
            })
    void nothing_is_asked_before_the_owner_allowed_it(Language language, String text) throws Exception {
        SkillAnswer answer =
                skill(Map.of("weather_network", false)).answer(request("weather.forecast", language, "…", city()));

        assertThat(answer.text()).isEqualTo(text);
        assertThat(service.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 지금 서울의 기온은 8도, 날씨는 구름 조금이고 체감 온도는 6도예요. 오늘은 2~10도, 강수 확률은 10%예요."
                        + " | 내일 서울 날씨는 비, 기온은 3~8도, 강수 확률은 80%예요.",
                "ENGLISH | It's 8 °C in Seoul right now, partly cloudy; it feels like 6 °C."
                        + " Today 2 to 10 °C, chance of rain 10%."
                        + " | Tomorrow in Seoul: rain, 3 to 8 °C, chance of rain 80%.",
                "CHINESE | 首尔现在8度，少云，体感温度6度。今天2到10度，降水概率10%。 | 明天首尔有雨，气温3到8度，降水概率80%。",
                "JAPANESE | 今のソウルは晴れ時々曇り、気温は8度、体感温度は6度です。今日の気温は2～10度、降水確率は10％です。" + " | 明日のソウルは雨、気温は3～8度、降水確率は80％です。",
                "SPANISH | Ahora mismo hay 8 °C en Seúl, algo nuboso; la sensación es de 6 °C."
                        + " Hoy, de 2 a 10 °C, probabilidad de lluvia del 10 %."
                        + " | Mañana en Seúl: lluvia, de 3 a 8 °C, probabilidad de lluvia del 80 %.",
                "FRENCH | Il fait 8 °C en ce moment à Séoul, quelques nuages\u00a0; ressenti 6 °C."
                        + " Aujourd'hui de 2 à 10 °C, risque de pluie 10\u00a0%."
                        + " | Demain à Séoul\u00a0: pluie, de 3 à 8 °C, risque de pluie 80\u00a0%.",
                "GERMAN | In Seoul sind es gerade 8 °C, leicht bewölkt; gefühlt 6 °C."
                        + " Heute 2 bis 10 °C, Regenwahrscheinlichkeit 10 %."
                        + " | Morgen in Seoul: Regen, 3 bis 8 °C, Regenwahrscheinlichkeit 80 %."
            })
    void the_weather_now_and_tomorrow(Language language, String now, String tomorrow) throws Exception {
        WeatherSkill weather = skill(Map.of());

        assertThat(weather.answer(request("weather.forecast", language, "…", city()))
                        .text())
                .isEqualTo(now);
        assertThat(weather.answer(request("weather.forecast", language, "…", city(), date("2026-11-22")))
                        .text())
                .isEqualTo(tomorrow);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 오늘 서울에는 비가 오지 않을 것 같아요(강수 확률 10%). 우산은 없어도 돼요."
                        + " | 내일 서울에는 비가 올 것 같아요(강수 확률 80%). 우산을 챙기세요."
                        + " | 11월 23일 월요일 서울에는 눈이 올 것 같아요(강수 확률 70%). 따뜻하게 입으세요."
                        + " | 11월 24일 화요일 서울에는 비가 올 수도 있어요(강수 확률 40%). 우산을 챙기시는 게 좋겠어요.",
                "ENGLISH | Today it should stay dry in Seoul (chance of rain 10%). You won't need an umbrella."
                        + " | Tomorrow it will most likely rain in Seoul (80%). Take an umbrella."
                        + " | On Monday, November 23 it will most likely snow in Seoul (70%). Wrap up warm."
                        + " | On Tuesday, November 24 it may rain in Seoul (40%). An umbrella wouldn't hurt.",
                "CHINESE | 今天首尔应该不会下雨（降水概率10%），不用带伞。 | 明天首尔很可能下雨（降水概率80%），请带伞。"
                        + " | 11月23日星期一首尔很可能下雪（降水概率70%），请注意保暖。"
                        + " | 11月24日星期二首尔可能会下雨（降水概率40%），最好带把伞。",
                "JAPANESE | 今日のソウルは雨の心配はなさそうです（降水確率10％）。傘はいらないでしょう。"
                        + " | 明日のソウルは雨が降りそうです（降水確率80％）。傘をお持ちください。"
                        + " | 11月23日月曜日のソウルは雪が降りそうです（降水確率70％）。暖かくしてお出かけください。"
                        + " | 11月24日火曜日のソウルは雨が降るかもしれません（降水確率40％）。傘があると安心です。",
                "SPANISH | Hoy no se espera lluvia en Seúl (probabilidad del 10 %). No necesitas paraguas. | Mañana lo"
                        + " más probable es que llueva en Seúl (80 %). Lleva paraguas. | El lunes 23 de noviembre lo más"
                        + " probable es que nieve en Seúl (70 %). Abrígate bien. | El martes 24 de noviembre puede que"
                        + " llueva en Seúl (40 %). No está de más llevar paraguas.",
                "FRENCH | Aujourd'hui, il ne devrait pas pleuvoir à Séoul (risque 10\u00a0%). Pas besoin de parapluie."
                        + " | Demain, il va très probablement pleuvoir à Séoul (80\u00a0%). Prenez un parapluie. | Lundi"
                        + " 23 novembre, il va très probablement neiger à Séoul (70\u00a0%). Couvrez-vous bien. | Mardi 24"
                        + " novembre, il pourrait pleuvoir à Séoul (40\u00a0%). Un parapluie peut être utile.",
                "GERMAN | Heute bleibt es in Seoul wohl trocken (Regenwahrscheinlichkeit 10 %). Ein Schirm ist nicht"
                        + " nötig. | Morgen regnet es in Seoul sehr wahrscheinlich (80 %). Nimm einen Schirm mit. | Am"
                        + " Montag, 23. November schneit es in Seoul sehr wahrscheinlich (70 %). Zieh dich warm an. | Am"
                        + " Dienstag, 24. November kann es in Seoul regnen (40 %). Ein Schirm schadet nicht."
            })
    void whether_an_umbrella_is_needed(Language language, String dry, String rain, String snow, String maybe)
            throws Exception {
        WeatherSkill weather = skill(Map.of());

        assertThat(weather.answer(request("weather.rain", language, "…", city()))
                        .text())
                .isEqualTo(dry);
        List<String> others = new ArrayList<>();
        for (String day : List.of("2026-11-22", "2026-11-23", "2026-11-24")) {
            others.add(weather.answer(request("weather.rain", language, "…", city(), date(day)))
                    .text());
        }
        assertThat(others).containsExactly(rain, snow, maybe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 지금 서울의 기온은 8도이고, 체감 온도는 6도예요. | 내일 서울의 기온은 3~8도예요."
                        + " | 주말 날씨 어때? | 주말 서울 날씨예요. / - 11월 21일 토요일: 구름 조금, 2~10도, 강수 확률 10%"
                        + " / - 11월 22일 일요일: 비, 3~8도, 강수 확률 80%",
                "ENGLISH | It's 8 °C in Seoul right now; it feels like 6 °C. | Tomorrow in Seoul: 3 to 8 °C."
                        + " | weather this weekend | The weekend in Seoul:"
                        + " / - Saturday, November 21: partly cloudy, 2 to 10 °C, chance of rain 10%"
                        + " / - Sunday, November 22: rain, 3 to 8 °C, chance of rain 80%",
                "CHINESE | 首尔现在8度，体感温度6度。 | 明天首尔的气温是3到8度。"
                        + " | 周末天气怎么样 | 首尔周末天气： / - 11月21日星期六：少云，2到10度，降水概率10%"
                        + " / - 11月22日星期日：有雨，3到8度，降水概率80%",
                "JAPANESE | 今のソウルの気温は8度、体感温度は6度です。 | 明日のソウルの気温は3～8度です。"
                        + " | 週末の天気 | 週末のソウルの天気です。 / - 11月21日土曜日：晴れ時々曇り、2～10度、降水確率10％"
                        + " / - 11月22日日曜日：雨、3～8度、降水確率80％",
                "SPANISH | Ahora mismo hay 8 °C en Seúl; la sensación es de 6 °C. | Mañana en Seúl: de 3 a 8 °C."
                        + " | el tiempo del fin de semana | El fin de semana en Seúl:"
                        + " / - Sábado 21 de noviembre: algo nuboso, de 2 a 10 °C, probabilidad de lluvia del 10 %"
                        + " / - Domingo 22 de noviembre: lluvia, de 3 a 8 °C, probabilidad de lluvia del 80 %",
                "FRENCH | Il fait 8 °C en ce moment à Séoul\u00a0; ressenti 6 °C. | Demain à Séoul\u00a0: de 3 à 8 °C."
                        + " | la météo du week-end | Le week-end à Séoul\u00a0:"
                        + " / - Samedi 21 novembre\u00a0: quelques nuages, de 2 à 10 °C, risque de pluie 10\u00a0%"
                        + " / - Dimanche 22 novembre\u00a0: pluie, de 3 à 8 °C, risque de pluie 80\u00a0%",
                "GERMAN | In Seoul sind es gerade 8 °C, gefühlt 6 °C. | Morgen in Seoul: 3 bis 8 °C."
                        + " | Wetter am Wochenende | Das Wochenende in Seoul:"
                        + " / - Samstag, 21. November: leicht bewölkt, 2 bis 10 °C, Regenwahrscheinlichkeit 10 %"
                        + " / - Sonntag, 22. November: Regen, 3 bis 8 °C, Regenwahrscheinlichkeit 80 %"
            })
    void temperatures_and_the_weekend(Language language, String now, String tomorrow, String weekend, String lines)
            throws Exception {
        WeatherSkill weather = skill(Map.of());

        assertThat(weather.answer(request("weather.temperature", language, "…", city()))
                        .text())
                .isEqualTo(now);
        assertThat(weather.answer(request("weather.temperature", language, "…", city(), date("2026-11-22")))
                        .text())
                .isEqualTo(tomorrow);
        assertThat(weather.answer(request("weather.forecast", language, weekend, city()))
                        .text()
                        .lines())
                .containsExactly(lines.split(" / "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 오늘 날씨 어때? | 어느 지역의 날씨를 알려 드릴까요? | 하이델베르크 날씨 어때? | %ED%95%98%EC%9D%B4",
                "ENGLISH | how is the weather? | For which place? | what's the weather like in Heidelberg? |"
                        + " Heidelberg",
                "CHINESE | 天气怎么样？ | 请问是哪个地方的天气？ | 在海德堡天气怎么样？ | %E6%B5%B7%E5%BE%B7",
                "JAPANESE | 今日の天気は？ | どこの天気をお調べしますか？ | ハイデルベルクの天気は？ | %E3%83%8F%E3%82%A4",
                "SPANISH | ¿qué tiempo hace hoy? | ¿De qué lugar? | ¿qué tiempo hace en Heidelberg? | Heidelberg",
                "FRENCH | quel temps fait-il ? | Pour quel endroit\u00a0? | quel temps fait-il à Heidelberg ? |"
                        + " Heidelberg",
                "GERMAN | wie ist das Wetter heute? | Für welchen Ort? | wie ist das Wetter in Heidelberg? | Heidelberg"
            })
    void the_place_is_asked_for_or_read_from_the_words(
            Language language, String without, String question, String with, String sought) throws Exception {
        WeatherSkill weather = skill(Map.of());

        assertThat(weather.answer(request("weather.forecast", language, without)))
                .isEqualTo(SkillAnswer.ask("place", question));
        assertThat(service.asked).isEmpty();
        weather.answer(request("weather.forecast", language, with));
        assertThat(service.asked.getFirst()).contains("name=" + sought);
    }

    @Test
    void a_place_alone_answers_the_question() throws Exception {
        skill(Map.of()).answer(request("weather.forecast", Language.ENGLISH, "Bad Tölz."));

        assertThat(service.asked.getFirst()).contains("name=Bad+T%C3%B6lz");
    }

    @Test
    void where_the_person_is_goes_before_the_configured_place() throws Exception {
        PersonContext person = new PersonContext(
                Formality.INFORMAL,
                Optional.empty(),
                Optional.of(new Entity(Entity.CITY, "Asia/Seoul", "Jeju", 0, 4, 1)),
                Optional.empty(),
                List.of());

        skill(Map.of("weather_place", "Incheon"))
                .answer(new SkillRequest(
                        "weather.rain",
                        "will it rain?",
                        Language.ENGLISH,
                        List.of(),
                        "ada",
                        "session-1",
                        ZonedDateTime.now(clock),
                        Map.of(),
                        false,
                        List.of(),
                        person));

        assertThat(service.asked.getFirst()).contains("name=Jeju");
    }

    @Test
    void the_configured_place_is_meant_when_none_is_named() throws Exception {
        skill(Map.of("weather_place", "Incheon")).answer(request("weather.rain", Language.ENGLISH, "will it rain?"));

        assertThat(service.asked.getFirst()).contains("name=Incheon");
    }

    @Test
    void the_service_is_not_asked_twice_within_a_quarter_of_an_hour() throws Exception {
        WeatherSkill weather = skill(Map.of());

        weather.answer(request("weather.forecast", Language.ENGLISH, "…", city()));
        clock.advance(Duration.ofMinutes(14));
        weather.answer(request("weather.rain", Language.ENGLISH, "…", city()));
        assertThat(service.asked).hasSize(2);

        clock.advance(Duration.ofMinutes(1));
        weather.answer(request("weather.rain", Language.ENGLISH, "…", city()));
        assertThat(service.asked).hasSize(3);
    }

    @Test
    void only_so_many_places_are_kept() throws Exception {
        WeatherSkill weather = skill(Map.of("weather_cache_places", 1));
        SkillRequest seoul = request("weather.rain", Language.ENGLISH, "…", city());

        weather.answer(seoul);
        weather.answer(request("weather.rain", Language.ENGLISH, "will it rain in Busan"));
        weather.answer(seoul);

        assertThat(service.asked)
                .filteredOn(address -> address.contains("name="))
                .hasSize(3);
    }

    @Test
    void programs_get_the_facts() throws Exception {
        assertThat(skill(Map.of())
                        .answer(request("weather.rain", Language.ENGLISH, "…", city(), date("2026-11-22")))
                        .data())
                .isEqualTo(Map.of(
                        "place",
                        "Seoul",
                        "source",
                        "127.0.0.1",
                        "temperature",
                        8.4,
                        "days",
                        List.of(Map.of(
                                "date",
                                "2026-11-22",
                                "sky",
                                "RAIN",
                                "low",
                                3.4,
                                "high",
                                7.5,
                                "rain_chance",
                                80,
                                "rain_mm",
                                6.3))));
    }

    @Test
    void openweathermap_is_asked_with_its_key() throws Exception {
        WeatherSkill weather = skill(Map.of("weather_service", "openweathermap", "_weather_key", "k1"));

        assertThat(weather.answer(request("weather.forecast", Language.FRENCH, "…", city()))
                        .text())
                .isEqualTo("Il fait 8 °C en ce moment à Séoul, quelques nuages\u00a0; ressenti 6 °C."
                        + " Aujourd'hui de 8 à 9 °C, risque de pluie 0\u00a0%.");
        assertThat(weather.answer(request("weather.rain", Language.ENGLISH, "…", city(), date("2026-11-22")))
                        .text())
                .isEqualTo("Tomorrow it will most likely rain in Seoul (85%). Take an umbrella.");
        assertThat(service.asked).allSatisfy(address -> assertThat(address).contains("appid=k1"));
    }

    @Test
    void openweathermap_without_a_key_says_which_key_is_missing() throws Exception {
        assertThat(skill(Map.of("weather_service", "openweathermap"))
                        .answer(request("weather.forecast", Language.ENGLISH, "…", city()))
                        .text())
                .isEqualTo("OpenWeatherMap needs a key. Please set weather_key in the section skills of liying.yaml,"
                        + " or weather_service: open-meteo, which needs none.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | “Nowhereville”라는 곳을 찾지 못했어요. 정확한 이름으로 다시 말씀해 주세요.",
                "ENGLISH | I couldn't find a place called “Nowhereville”. Please try its full name.",
                "CHINESE | 没有找到“Nowhereville”这个地方，请说完整的地名。",
                "JAPANESE | 「Nowhereville」という場所が見つかりませんでした。正式な地名でもう一度お願いします。",
                "SPANISH | No he encontrado ningún lugar llamado «Nowhereville». Prueba con el nombre completo, por"
                        + " favor.",
                "FRENCH | Je n'ai pas trouvé d'endroit appelé «\u00a0Nowhereville\u00a0»."
                        + " Essayez son nom complet, s'il vous plaît.",
                "GERMAN | Ich habe keinen Ort namens „Nowhereville“ gefunden. Bitte versuch es mit dem vollen Namen."
            })
    void an_unknown_place_is_named(Language language, String text) throws Exception {
        assertThat(skill(Map.of())
                        .answer(request("weather.forecast", language, "Nowhereville"))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void days_beyond_the_forecast_are_not_guessed() throws Exception {
        assertThat(skill(Map.of())
                        .answer(request("weather.forecast", Language.ENGLISH, "…", city(), date("2026-12-24")))
                        .text())
                .isEqualTo("I only know the weather in Seoul for the next 4 days.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_service_that_is_not_there_is_named(Language language) {
        WeatherSkill weather = skill(Map.of());
        service.close();

        assertThatThrownBy(() -> weather.answer(request("weather.forecast", language, "…", city())))
                .isInstanceOf(SkillException.class)
                .hasMessage(new MessageFiles()
                        .of(WeatherSkill.class)
                        .text(language, "failed.unreachable", Map.of("host", "127.0.0.1")));
    }

    @Test
    void a_silent_service_is_given_up() {
        service.silent = true;
        WeatherSkill weather = skill(Map.of("weather_seconds", 1));

        assertThatThrownBy(() -> weather.answer(request("weather.forecast", Language.ENGLISH, "…", city())))
                .isInstanceOf(SkillException.class)
                .hasMessage("The weather service 127.0.0.1 is taking too long. Please try again in a moment.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"error\":true}",
                "200 | <html>captive portal</html>",
                "200 | {}",
                "200 | []",
                "200 | null",
                "200 | {\"utc_offset_seconds\":32400,\"current\":{\"temperature_2m\":\"warm\",\"weather_code\":1}}",
                "200 | {\"utc_offset_seconds\":1e9,\"current\":{\"temperature_2m\":1,\"apparent_temperature\":1,"
                        + "\"weather_code\":1,\"wind_speed_10m\":1},\"daily\":{\"time\":[]}}",
                "200 | {\"utc_offset_seconds\":0,\"daily\":{\"time\":[\"tomorrow\"]}}",
                "200 | {\"utc_offset_seconds\":0,\"current\":{\"temperature_2m\":1,\"apparent_temperature\":1,"
                        + "\"weather_code\":4711,\"wind_speed_10m\":1},\"daily\":{\"time\":[]}}"
            })
    void errors_and_nonsense_are_no_weather(int status, String body) {
        service.answers("/v1/forecast", body);
        WeatherSkill weather = skill(Map.of());
        assertThatThrownBy(() -> {
                    service.status = status;
                    weather.answer(request("weather.forecast", Language.ENGLISH, "…", city()));
                })
                .isInstanceOf(SkillException.class)
                .hasMessage("The weather service 127.0.0.1 gave an answer that I can't use. Please try again later.");
    }

    @Test
    void a_changed_configuration_is_taken_over() throws Exception {
        WeatherSkill weather = skill(Map.of());

        weather.modified(Configurations.with(WeatherConfig.class, Map.of()));

        assertThat(weather.answer(request("weather.forecast", Language.ENGLISH, "…", city()))
                        .text())
                .startsWith("The weather comes from the internet (api.open-meteo.com)");
    }

    private WeatherSkill skill(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "weather_network",
                true,
                "weather_openmeteo_url",
                service.address(),
                "weather_places_url",
                service.address(),
                "weather_openweathermap_url",
                service.address() + "/"));
        all.putAll(values);
        return new WeatherSkill(Configurations.with(WeatherConfig.class, all), new MessageFiles(), client, clock);
    }

    private static Entity city() {
        return new Entity(Entity.CITY, "Asia/Seoul", "Seoul", 0, 1, 1);
    }

    private static Entity date(String date) {
        return new Entity(Entity.DATE, date, "…", 0, 1, 1);
    }

    private SkillRequest request(String intent, Language language, String text, Entity... entities) {
        return new SkillRequest(
                intent, text, language, List.of(entities), "ada", "session-1", ZonedDateTime.now(clock));
    }
}
