package io.liying.console.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChatOptionsTest {

    private static ChatOptions of(String... arguments) throws BackendException {
        return ChatOptions.of(List.of(arguments), Map.of("LIYING_TOKEN", "t"), new Texts(Language.ENGLISH));
    }

    @Test
    void the_usual_server_is_on_this_machine() throws BackendException {
        assertThat(of().url()).isEqualTo(URI.create("http://127.0.0.1:8000/"));
        assertThat(of().token()).contains("t");
        assertThat(of("--help").help()).isTrue();
    }

    @Test
    void options_name_another(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "secret\n");

        ChatOptions options = of("--url", "https://example.org:8443", "--token-file", file.toString(), "--data", "d");

        assertThat(options.url()).isEqualTo(URI.create("https://example.org:8443/"));
        assertThat(options.token()).contains("secret");
        assertThat(options.data()).isEqualTo(Path.of("d"));
    }

    @Test
    void what_makes_no_sense_is_said() {
        assertThatThrownBy(() -> of("--port")).hasMessage("--port is not an option; --help lists all.");
        assertThatThrownBy(() -> of("--url")).hasMessage("--url needs a value.");
        assertThatThrownBy(() -> of("--url", "localhost:8000"))
                .hasMessage("localhost:8000 is not an address; an example is http://127.0.0.1:8000.");
        assertThatThrownBy(() -> of("--token-file", "none"))
                .hasMessageStartingWith("The token cannot be read from none: ");
    }
}
