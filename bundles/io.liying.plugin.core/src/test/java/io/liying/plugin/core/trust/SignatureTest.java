package io.liying.plugin.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.Signature;
import io.liying.plugin.core.archive.ArchiveLimits;
import io.liying.plugin.core.archive.ArchiveReader;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.archive.PluginFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignatureTest {

    private static final char[] PASSWORD = "secret-password".toCharArray();

    @TempDir
    static Path keys;

    private static X509Certificate ada;
    private static X509Certificate bob;
    private static X509Certificate late;

    @TempDir
    Path folder;

    private TrustStore store;
    private Path file;

    @BeforeAll
    static void make_keys() throws Exception {
        ada = KeyPairs.create(keys.resolve("ada.p12"), PASSWORD, "Ada, of \"Dice\"");
        bob = KeyPairs.create(keys.resolve("bob.p12"), PASSWORD, "Bob");
        late = KeyPairs.create(
                keys.resolve("late.p12"), PASSWORD, "Late", List.of("-startdate", "2020/01/01", "-validity", "30"));
    }

    @BeforeEach
    void sign() throws Exception {
        store = new TrustStore(folder.resolve("publishers"));
        file = new PluginFile().with("data.txt", "data").write(folder);
        sign("ada");
    }

    @Test
    void a_signed_file_names_its_publisher_who_can_be_approved_for_good() throws Exception {
        PluginInspection before = inspect(UnsignedPolicy.ASK);
        trust(UnsignedPolicy.ASK).approve(read(), before.approvals());
        PluginInspection after = inspect(UnsignedPolicy.DENY);

        String fingerprint = Certificates.fingerprint(ada);
        assertThat(before.signature().state()).isEqualTo(Signature.State.UNKNOWN_PUBLISHER);
        assertThat(before.signature().publisher()).contains("Ada, of \"Dice\"");
        assertThat(before.signature().fingerprint()).contains(fingerprint);
        assertThat(before.approvals()).containsExactly("publisher:" + fingerprint, "network:api.example.org");
        assertThat(after.signature().state()).isEqualTo(Signature.State.TRUSTED);
        assertThat(after.approvals()).containsExactly("network:api.example.org");
    }

    @Test
    void approving_something_else_trusts_nobody() throws Exception {
        trust(UnsignedPolicy.ASK)
                .approve(read(), List.of("network:api.example.org", "publisher:" + Certificates.fingerprint(bob)));

        assertThat(store.list()).isEmpty();
    }

    @Test
    void a_lyp_is_signed_the_same_way() throws Exception {
        Files.write(file, PluginFile.lyp(new PluginFile(), Map.of("a.jar", new PluginFile().bytes()), "[\"a.jar\"]"));
        sign("ada");
        store.add(ada);

        assertThat(inspect(UnsignedPolicy.DENY).signature().state()).isEqualTo(Signature.State.TRUSTED);
    }

    @Test
    void a_changed_entry_breaks_the_signature() throws Exception {
        rewrite(entries -> entries.put("data.txt", new byte[] {1}));

        PluginException refusal = refusal();

        assertThat(refusal.code()).isEqualTo("plugin.signature.broken");
        assertThat(refusal.reason(Language.ENGLISH))
                .isEqualTo("The signature of dice.jar does not match: “data.txt” was changed, added or removed after"
                        + " signing, or is not signed. Get the file again from its author.");
        assertThat(refusal.reason(Language.KOREAN))
                .isEqualTo("dice.jar의 서명이 맞지 않습니다. “data.txt” 항목이 서명한 뒤에 변경, 추가 또는 삭제되었거나 서명되지"
                        + " 않았습니다. 제작자에게서 파일을 다시 받으세요.");
    }

    @Test
    void an_added_entry_breaks_the_signature() throws Exception {
        rewrite(entries -> entries.put("more.txt", new byte[] {1}));

        assertThat(refusal().reason(Language.ENGLISH)).contains("“more.txt” was changed, added or removed");
    }

    @Test
    void a_removed_entry_breaks_the_signature() throws Exception {
        rewrite(entries -> entries.remove("data.txt"));

        assertThat(refusal().reason(Language.ENGLISH)).contains("“data.txt” was changed, added or removed");
    }

    @Test
    void an_entry_that_the_manifest_no_longer_knows_breaks_the_signature() throws Exception {
        rewrite(entries -> entries.computeIfPresent(
                PluginFile.MANIFEST,
                (name, manifest) -> new String(manifest)
                        .replaceFirst("(?s)Name: data.txt\r\n.*?\r\n\r\n", "")
                        .getBytes()));

        assertThat(refusal().code()).isEqualTo("plugin.signature.broken");
    }

    @Test
    void a_file_with_the_rest_of_a_signature_is_not_an_unsigned_one() throws Exception {
        rewrite(entries -> entries.remove("META-INF/LIYING.SF"));

        assertThat(refusal().code()).isEqualTo("plugin.signature.broken");
    }

    @Test
    void an_expired_certificate_is_refused() throws Exception {
        file = new PluginFile().write(folder);
        sign("late");
        store.add(late);

        PluginException refusal = refusal();

        assertThat(refusal.reason(Language.ENGLISH))
                .startsWith("The certificate of “Late” that signed dice.jar is valid from ")
                .contains(" until 2020-01-3")
                .endsWith(" only. Ask for a file with a valid signature.");
        assertThat(refusal.reason(Language.KOREAN)).startsWith("dice.jar에 서명한 “Late”의 인증서는 ");
    }

    @Test
    void a_revoked_publisher_is_refused_even_if_trusted_before() throws Exception {
        store.add(ada);
        store.revoke(Certificates.fingerprint(ada));

        assertThat(refusal().reason(Language.ENGLISH))
                .isEqualTo("The publisher who signed dice.jar was revoked (fingerprint " + Certificates.fingerprint(ada)
                        + "). Do not use it.");
        assertThat(refusal().reason(Language.KOREAN))
                .isEqualTo("dice.jar에 서명한 배포자가 폐기되었습니다(지문 " + Certificates.fingerprint(ada) + "). 쓰지 마세요.");
    }

    @Test
    void a_revoked_file_is_refused() throws Exception {
        String sha256 = read().sha256();
        store.revoke(sha256);

        assertThat(refusal().reason(Language.ENGLISH))
                .isEqualTo("dice.jar was revoked (SHA-256 " + sha256 + "). Do not use it; ask its author for another"
                        + " version.");
    }

    @Test
    void of_two_signers_one_trusted_is_enough() throws Exception {
        addSigner("bob");
        store.add(bob);

        PluginInspection inspection = inspect(UnsignedPolicy.DENY);

        assertThat(inspection.signature().state()).isEqualTo(Signature.State.TRUSTED);
        assertThat(inspection.signature().publisher()).contains("Bob");
    }

    @Test
    void of_two_signers_one_revoked_is_too_many() throws Exception {
        addSigner("bob");
        store.add(bob);
        store.revoke(Certificates.fingerprint(ada));

        assertThat(refusal().code()).isEqualTo("plugin.signature.revoked");
    }

    @Test
    void unsigned_files_are_asked_about_allowed_or_refused() throws Exception {
        file = new PluginFile().write(folder);

        assertThat(inspect(UnsignedPolicy.ASK).approvals()).containsExactly("unsigned", "network:api.example.org");
        assertThat(inspect(UnsignedPolicy.ALLOW).approvals()).containsExactly("network:api.example.org");
        assertThat(refusal().reason(Language.ENGLISH))
                .isEqualTo(
                        "dice.jar is not signed, and this system takes signed plugins only. Ask its author for a signed"
                                + " file or your administrator to change the policy.");
    }

    @Test
    void unknown_publishers_can_be_refused() {
        assertThat(refusal().reason(Language.ENGLISH))
                .isEqualTo("dice.jar is signed by “Ada, of \"Dice\"”, who is not trusted here (fingerprint "
                        + Certificates.fingerprint(ada)
                        + "). An administrator can add the certificate with the command “plugin trust”.");
    }

    @Test
    void a_file_that_changes_after_it_was_read_is_refused() throws Exception {
        PluginArchive archive = read();
        file = new PluginFile().with("data.txt", "other").write(folder);

        PluginException refusal = catchThrowableOfType(
                PluginException.class, () -> trust(UnsignedPolicy.ASK).inspect(archive));

        assertThat(refusal.reason(Language.ENGLISH))
                .isEqualTo("dice.jar changed while it was being checked. Install it again when it is complete.");
    }

    private PluginArchive read() throws PluginException {
        return new ArchiveReader(ArchiveLimits.STANDARD, new MessageFiles()).read(file);
    }

    private Trust trust(UnsignedPolicy unsigned) {
        return new Trust(store, unsigned, UnsignedPolicy.ASK, new MessageFiles());
    }

    private PluginInspection inspect(UnsignedPolicy unsigned) throws PluginException {
        return trust(unsigned).inspect(read());
    }

    private PluginException refusal() {
        PluginException refusal = catchThrowableOfType(PluginException.class, () -> inspect(UnsignedPolicy.DENY));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private void sign(String who) throws Exception {
        Signer.sign(file, keys.resolve(who + ".p12"), PASSWORD, KeyPairs.ALIAS, file);
    }

    private void addSigner(String who) throws Exception {
        KeyStore.PrivateKeyEntry key = KeyPairs.key(keys.resolve(who + ".p12"), PASSWORD, KeyPairs.ALIAS);
        Path twice = folder.resolve("twice.jar");
        try (ZipFile zip = new ZipFile(file.toFile());
                OutputStream output = Files.newOutputStream(twice)) {
            new JarSigner.Builder(key)
                    .digestAlgorithm("SHA-256")
                    .signerName(who)
                    .build()
                    .sign(zip, output);
        }
        Files.copy(twice, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void rewrite(Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        change.accept(entries);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }
}
