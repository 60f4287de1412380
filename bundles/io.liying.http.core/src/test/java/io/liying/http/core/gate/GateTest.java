package io.liying.http.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.http.core.gate.Verdict.Admitted;
import io.liying.http.core.gate.Verdict.Refused;
import io.liying.security.api.Person;
import io.liying.testkit.ManualClock;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GateTest {

    private static final String HERE = "127.0.0.1";
    private static final String ELSEWHERE = "192.168.1.77";

    private final ManualClock clock = ManualClock.at("2026-11-21T09:00+09:00[Asia/Seoul]");
    private final Map<String, String> answered = new HashMap<>();
    private final Gate gate = new Gate(
            token -> token.equals("good") ? Optional.of(new Person("kim", true)) : Optional.empty(),
            clock,
            new Config(3, "liying.example", "https://intranet.example"));

    private record Config(int rate_per_minute, String host, String origin) implements SecurityConfig {

        @Override
        public String[] allowed_hosts() {
            return new String[] {host};
        }

        @Override
        public String[] allowed_origins() {
            return new String[] {origin};
        }

        @Override
        public int local_rate_per_minute() {
            return 0;
        }

        @Override
        public int concurrent_requests() {
            return 10;
        }

        @Override
        public int socket_messages_per_second() {
            return 0;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return SecurityConfig.class;
        }
    }

    private Verdict admit(String remoteAddress, String... headers) {
        return gate.admit(Requests.from(remoteAddress, headers), Requests.response(answered));
    }

    private static Admitted person(String id, boolean administrator) {
        return new Admitted(new Person(id, administrator));
    }

    @Test
    void whoever_sits_at_the_machine_is_its_owner() {
        assertThat(admit(HERE, "Host", "localhost:8000")).isEqualTo(person("owner", false));
        assertThat(admit("[0:0:0:0:0:0:0:1]", "Host", "[::1]:8000")).isEqualTo(person("owner", false));
    }

    @Test
    void a_token_says_who_asks() {
        assertThat(admit(HERE, "Host", "localhost", "Authorization", "Bearer good"))
                .isEqualTo(person("kim", true));
        assertThat(admit(ELSEWHERE, "Host", "192.168.1.5", "authorization", "bearer good"))
                .isEqualTo(person("kim", true));
    }

    @Test
    void a_socket_shows_its_token_as_a_subprotocol() {
        assertThat(admit(ELSEWHERE, "Host", "192.168.1.5", "Sec-WebSocket-Protocol", "liying, bearer.good"))
                .isEqualTo(person("kim", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer bad", "Basic Z29vZA==", "Bearer ", "good"})
    void a_wrong_token_is_refused_even_on_this_machine(String authorization) {
        assertThat(admit(HERE, "Host", "localhost", "Authorization", authorization))
                .isEqualTo(new Refused(401, "token.wrong", Map.of(), 0));
    }

    @Test
    void a_remote_client_without_token_is_nobody() {
        assertThat(admit(ELSEWHERE, "Host", "192.168.1.5:8000")).isEqualTo(person("", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"})
    void a_client_behind_a_proxy_on_this_machine_is_not_its_owner(String header) {
        assertThat(admit(HERE, "Host", "localhost", header, "203.0.113.9")).isEqualTo(person("", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "evil.example:8000",
                "localhost:80evil",
                "localhost@evil.example",
                "127.0.0.1.evil.example",
                "0.0.0.0:8000",
                "[::1",
                "192.168.1.6",
                ""
            })
    void a_foreign_host_name_is_refused(String host) {
        assertThat(admit(HERE, "Host", host)).isEqualTo(new Refused(403, "host.forbidden", Map.of("host", host), 0));
    }

    @Test
    void a_request_without_host_is_refused() {
        assertThat(admit(HERE)).isEqualTo(new Refused(403, "host.forbidden", Map.of("host", ""), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:9", "127.0.0.1:8000", "[::1]:8000", "192.168.1.5", "liying.example:443"})
    void known_names_and_the_address_itself_are_good_hosts(String host) {
        assertThat(admit(HERE, "Host", host)).isInstanceOf(Admitted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "http://localhost:3000",
                "http://localhost:80001",
                "http://evil.example/localhost:8000",
                "file://",
                "http://localhost:8000.evil.example"
            })
    void a_page_of_another_origin_is_refused(String origin) {
        assertThat(admit(HERE, "Host", "localhost:8000", "Origin", origin))
                .isEqualTo(new Refused(403, "origin.forbidden", Map.of("origin", origin), 0));
    }

    @Test
    void the_servers_own_page_may_ask() {
        assertThat(admit(HERE, "Host", "localhost:8000", "Origin", "http://localhost:8000"))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void a_page_that_the_owner_allowed_may_ask_and_read_the_answer() {
        assertThat(admit(HERE, "Host", "localhost:8000", "Origin", "https://intranet.example"))
                .isInstanceOf(Admitted.class);
        assertThat(answered).containsEntry("Access-Control-Allow-Origin", "https://intranet.example");
    }

    @Test
    void an_image_or_script_of_another_site_is_refused_but_a_link_may_be_followed() {
        assertThat(admit(HERE, "Host", "localhost", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"))
                .isEqualTo(new Refused(403, "origin.forbidden", Map.of("origin", "cross-site"), 0));
        assertThat(admit(HERE, "Host", "localhost", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"))
                .isInstanceOf(Admitted.class);
        assertThat(admit(HERE, "Host", "localhost", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors"))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void a_remote_client_has_its_rate_and_is_told_when_to_come_back() {
        for (int i = 0; i < 3; i++) {
            assertThat(admit(ELSEWHERE, "Host", "192.168.1.5")).isInstanceOf(Admitted.class);
        }

        assertThat(admit(ELSEWHERE, "Host", "192.168.1.5"))
                .isEqualTo(new Refused(429, "rate.limited", Map.of("seconds", 20L), 20));
        assertThat(admit("192.168.1.78", "Host", "192.168.1.5")).isInstanceOf(Admitted.class);

        clock.advance(Duration.ofSeconds(20));
        assertThat(admit(ELSEWHERE, "Host", "192.168.1.5")).isInstanceOf(Admitted.class);
    }

    @Test
    void one_network_of_ipv6_addresses_is_one_client() {
        for (int i = 0; i < 3; i++) {
            admit("2001:db8:0:7:0:0:0:" + i, "Host", "192.168.1.5");
        }

        assertThat(admit("2001:db8:0:7:9:9:9:9", "Host", "192.168.1.5")).isInstanceOf(Refused.class);
        assertThat(admit("2001:db8:0:8:0:0:0:1", "Host", "192.168.1.5")).isInstanceOf(Admitted.class);
    }

    @Test
    void this_machine_itself_is_not_limited() {
        for (int i = 0; i < 1000; i++) {
            assertThat(admit(HERE, "Host", "localhost")).isInstanceOf(Admitted.class);
        }
    }

    @Test
    void a_frame_without_an_origin_may_load_the_files_of_a_panel_and_nothing_else() {
        String panel = "/plugins/dice/panel/js/panel.js";

        assertThat(admit(HERE, "Host", "localhost", "Origin", "null", ":path", panel))
                .isInstanceOf(Admitted.class);
        assertThat(admit(HERE, "Host", "localhost", "Origin", "null", ":path", panel, ":method", "POST"))
                .isInstanceOf(Refused.class);
        assertThat(admit(HERE, "Host", "localhost", "Origin", "null", ":path", "/plugins/dice/rolls/panel/"))
                .isInstanceOf(Refused.class);
        assertThat(admit(HERE, "Host", "localhost", "Origin", "null", ":path", "/plugins/dice"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_changed_configuration_counts_at_once() {
        gate.modified(new Config(1, "other.example", ""));

        assertThat(admit(HERE, "Host", "other.example")).isInstanceOf(Admitted.class);
        assertThat(admit(HERE, "Host", "liying.example")).isInstanceOf(Refused.class);
    }
}
