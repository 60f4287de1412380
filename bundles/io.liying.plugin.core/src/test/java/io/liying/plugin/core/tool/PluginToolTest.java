package io.liying.plugin.core.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.plugin.core.archive.PluginFile;
import io.liying.plugin.core.trust.Certificates;
import io.liying.plugin.core.trust.TrustStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginToolTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();
    private String password = "secret-password";

    @TempDir
    Path folder;

    @Test
    void a_publisher_makes_a_key_signs_and_is_trusted_until_revoked() throws Exception {
        Path file = new PluginFile().write(folder);
        String keystore = folder.resolve("ada.p12").toString();
        String data = folder.resolve("data").toString();
        Path pem = folder.resolve("ada.pem");

        assertThat(run("keygen", "--name", "Ada", "--keystore", keystore)).isZero();
        String fingerprint = Certificates.fingerprint(Certificates.read(pem));
        assertThat(shown())
                .isEqualTo("The key of “Ada” is in " + keystore + "; keep it to yourself. Give " + pem
                        + " to those who shall trust you (fingerprint " + fingerprint + ").\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(keystore))))
                .isEqualTo("rw-------");
        assertThat(run("sign", file.toString(), "--keystore", keystore)).isZero();
        assertThat(shown()).isEqualTo(file + " is signed.\n");
        assertThat(run("inspect", file.toString(), "--data", data)).isZero();
        assertThat(shown())
                .contains("Signed by “Ada”, who is not trusted here yet (fingerprint " + fingerprint + ").\n");
        assertThat(run("trust", pem.toString(), "--data", data)).isZero();
        assertThat(shown()).isEqualTo("“Ada” is trusted from now on (fingerprint " + fingerprint + ").\n");
        assertThat(run("inspect", file.toString(), "--data", data)).isZero();
        assertThat(shown()).contains("Signed by “Ada”, a trusted publisher (fingerprint " + fingerprint + ").\n");
        assertThat(run("revoke", fingerprint, "--data", data)).isZero();
        assertThat(shown()).isEqualTo(fingerprint + " is revoked.\n");
        assertThat(run("inspect", file.toString(), "--data", data)).isEqualTo(1);
        assertThat(complained())
                .isEqualTo("The publisher who signed dice.jar was revoked (fingerprint " + fingerprint
                        + "). Do not use it.\n");
        assertThat(run("trust", pem.toString(), "--data", data)).isEqualTo(1);
        assertThat(complained())
                .isEqualTo(
                        "This publisher was revoked and cannot be trusted again (fingerprint " + fingerprint + ").\n");
    }

    @Test
    void an_unsigned_plugin_is_shown_in_words() throws Exception {
        Path file = new PluginFile().write(folder);

        assertThat(run(Language.KOREAN, "inspect", file.toString())).isZero();

        assertThat(shown().lines().filter(line -> !line.startsWith("SHA-256")))
                .containsExactly(
                        "주사위 1.2.3 (dice)",
                        "주사위를 굴립니다.",
                        "제작자: Example",
                        "라이선스: Apache-2.0",
                        "홈페이지: https://example.org/dice",
                        "언어: ko en",
                        "서명이 없습니다. 아무도 보증하지 않습니다.",
                        "요청하는 권한:",
                        "  network:api.example.org: 난수를 얻습니다.",
                        "코드가 사용하는 강력한 기능이 없습니다.");
    }

    @ParameterizedTest
    @EnumSource
    void the_help_names_every_command_in_each_language(Language language) {
        assertThat(run(language, "--help")).isZero();

        assertThat(shown().lines().filter(line -> line.startsWith("./")))
                .containsExactly(
                        "./liying plugin new NAME [--package PACKAGE] [--dir DIR]",
                        "./liying plugin dev DIR [--data DIR] [--tests]",
                        "./liying plugin keygen [--name NAME] [--keystore FILE]",
                        "./liying plugin sign FILE [--keystore FILE] [--out FILE]",
                        "./liying plugin publish DIR [FILE…] [--data DIR]",
                        "./liying plugin inspect FILE [--data DIR]",
                        "./liying plugin trust FILE.pem [--data DIR]",
                        "./liying plugin revoke FINGERPRINT [--data DIR]");
    }

    @Test
    void misuse_ends_with_two_and_says_how_it_is_used() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(complained()).isEqualTo("There is no command “dance”. “./liying plugin --help” lists them.\n");
        assertThat(run("sign", "a", "--password", "x")).isEqualTo(2);
        assertThat(complained())
                .isEqualTo("The option --password is unknown or given twice.\n"
                        + "./liying plugin sign FILE [--keystore FILE] [--out FILE]\n");
        assertThat(run("revoke", "abc", "--data", folder.toString())).isEqualTo(2);
        assertThat(complained()).startsWith("“abc” is not a fingerprint. It has 64 hexadecimal digits.\n");
    }

    @Test
    void a_key_is_never_overwritten_and_a_short_password_makes_none() throws Exception {
        Path keystore = Files.writeString(folder.resolve("key.p12"), "precious");

        assertThat(run("keygen", "--keystore", keystore.toString())).isEqualTo(1);
        password = "short";
        assertThat(run("keygen", "--keystore", folder.resolve("new.p12").toString()))
                .isEqualTo(1);

        assertThat(complained())
                .isEqualTo(keystore + " exists already and is not overwritten. Choose another file with --keystore.\n"
                        + "The password needs at least six characters.\n");
        assertThat(keystore).hasContent("precious");
        assertThat(folder.resolve("new.p12")).doesNotExist();
    }

    @Test
    void a_store_survives_a_second_reader_and_leaves_out_a_wrongly_named_certificate() throws Exception {
        run("keygen", "--name", "Ada", "--keystore", folder.resolve("ada.p12").toString());
        TrustStore store = new TrustStore(folder.resolve("store"));
        store.add(Certificates.read(folder.resolve("ada.pem")));
        Files.copy(folder.resolve("ada.pem"), folder.resolve("store/" + "0".repeat(64) + ".pem"));

        List<TrustStore.Publisher> publishers = new TrustStore(folder.resolve("store")).list();

        assertThat(publishers.stream().map(TrustStore.Publisher::name)).containsExactly("Ada");
        assertThat(store.remove(publishers.getFirst().fingerprint())).isTrue();
        assertThat(store.list()).isEmpty();
    }

    private int run(String... arguments) {
        return run(Language.ENGLISH, arguments);
    }

    private int run(Language language, String... arguments) {
        Terminal terminal = new Terminal(
                new PrintStream(screen, true, StandardCharsets.UTF_8),
                language,
                new PlainMessages(),
                name -> password,
                question -> null);
        PrintStream complaints = new PrintStream(problems, true, StandardCharsets.UTF_8);
        return new PluginTool(PluginTool.commands(), terminal, complaints).run(List.of(arguments));
    }

    private String shown() {
        String text = screen.toString(StandardCharsets.UTF_8);
        screen.reset();
        return text;
    }

    private String complained() {
        String text = problems.toString(StandardCharsets.UTF_8);
        problems.reset();
        return text;
    }
}
