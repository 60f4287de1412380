package io.liying.security.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.security.api.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenAuthenticatorTest {

    @TempDir
    Path folder;

    @Test
    void the_first_start_makes_a_token_that_only_its_owner_can_read() throws Exception {
        Path file = folder.resolve("data/admin-token");

        TokenAuthenticator authenticator = new TokenAuthenticator(file);

        String token = Files.readString(file).strip();
        assertThat(token).hasSize(43);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(authenticator.byToken(token)).contains(new Person(Person.OWNER, true));
    }

    @Test
    void a_restart_keeps_the_token() throws Exception {
        Path file = folder.resolve("admin-token");
        new TokenAuthenticator(file);
        String token = Files.readString(file).strip();

        assertThat(new TokenAuthenticator(file).byToken(token)).isPresent();
    }

    @Test
    void a_wrong_or_empty_token_belongs_to_nobody() throws Exception {
        Path file = folder.resolve("admin-token");
        TokenAuthenticator authenticator = new TokenAuthenticator(file);

        assertThat(authenticator.byToken("")).isEmpty();
        assertThat(authenticator.byToken(Files.readString(file).strip() + "x")).isEmpty();
    }

    @Test
    void an_emptied_file_lets_nobody_in() throws Exception {
        Path file = folder.resolve("admin-token");
        Files.writeString(file, "\n");

        assertThat(new TokenAuthenticator(file).byToken("")).isEmpty();
    }

    @Test
    void a_changed_file_counts_at_once_and_one_open_to_others_is_closed() throws Exception {
        Path file = folder.resolve("admin-token");
        TokenAuthenticator authenticator = new TokenAuthenticator(file);
        Files.writeString(file, "a-new-token\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(authenticator.byToken("a-new-token")).isPresent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
