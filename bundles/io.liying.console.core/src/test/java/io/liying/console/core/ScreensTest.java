package io.liying.console.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreensTest {

    @Test
    void a_terminal_is_utf_8_unless_it_says_something_better_than_ascii() {
        assertThat(Screens.encoding("UTF-8")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Screens.encoding("ANSI_X3.4-1968")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Screens.encoding("")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Screens.encoding("nonsense")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Screens.encoding("EUC-KR")).isEqualTo(Charset.forName("EUC-KR"));
    }
}
