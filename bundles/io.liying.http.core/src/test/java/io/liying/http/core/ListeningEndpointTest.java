package io.liying.http.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListeningEndpointTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8000",
        "localhost, http://localhost:8000",
        "192.168.1.5, http://192.168.1.5:8000",
        "0.0.0.0, http://127.0.0.1:8000",
        "'', http://127.0.0.1:8000",
        "::1, http://[::1]:8000",
        "[::1], http://[::1]:8000"
    })
    void the_address_is_one_that_a_client_on_this_machine_can_use(String host, String address) {
        assertThat(ListeningEndpoint.address(host, "8000")).hasToString(address);
    }
}
