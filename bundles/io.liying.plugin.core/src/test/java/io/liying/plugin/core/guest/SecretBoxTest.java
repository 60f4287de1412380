package io.liying.plugin.core.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretBoxTest {

    @TempDir
    Path folder;

    @Test
    void a_secret_is_read_again_by_whoever_has_the_key_and_names_the_purpose() throws Exception {
        Path key = folder.resolve("keys/secrets.key");
        String sealed = new SecretBox(key).seal("weather/token", "비밀번호 123");

        assertThat(sealed).doesNotContain("123");
        assertThat(new SecretBox(key).open("weather/token", sealed)).isEqualTo("비밀번호 123");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> new SecretBox(key).open("other/token", sealed)).isInstanceOf(IOException.class);
    }

    @Test
    void the_same_secret_never_looks_the_same() throws Exception {
        SecretBox box = new SecretBox(folder.resolve("secrets.key"));

        assertThat(box.seal("x", "same")).isNotEqualTo(box.seal("x", "same"));
    }

    @Test
    void a_changed_secret_or_another_key_is_noticed() throws Exception {
        SecretBox box = new SecretBox(folder.resolve("secrets.key"));
        String sealed = box.seal("x", "text");
        char[] letters = sealed.toCharArray();
        letters[20] = letters[20] == 'A' ? 'B' : 'A';

        assertThatThrownBy(() -> box.open("x", new String(letters))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> box.open("x", "short")).isInstanceOf(IOException.class);
        new SecretBox(folder.resolve("other.key")).seal("x", "makes the key");
        assertThatThrownBy(() -> new SecretBox(folder.resolve("other.key")).open("x", sealed))
                .isInstanceOf(IOException.class);
    }
}
