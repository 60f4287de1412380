package io.liying.plugin.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.plugin.api.Permission;
import io.liying.plugin.core.tool.PluginTool;
import io.liying.plugin.core.trust.Trust;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchiveReaderTest {

    private final ArchiveReader reader = new ArchiveReader(ArchiveLimits.STANDARD, new MessageFiles());

    @TempDir
    Path folder;

    @Test
    void a_jar_is_read_with_its_description_and_its_bundle() throws Exception {
        Path file = new PluginFile()
                .describe("\"author\"", "\"panel\": \"panel/index.html\", \"author\"")
                .with("panel/index.html", "<p>dice</p>")
                .write(folder);

        PluginArchive archive = reader.read(file);

        assertThat(archive.descriptor().id()).isEqualTo("dice");
        assertThat(archive.descriptor().version()).isEqualTo("1.2.3");
        assertThat(archive.descriptor().name(Language.KOREAN)).isEqualTo("주사위");
        assertThat(archive.descriptor().languages()).containsExactlyInAnyOrder(Language.ENGLISH, Language.KOREAN);
        assertThat(archive.descriptor().permitted(Permission.Kind.NETWORK)).containsExactly("api.example.org");
        assertThat(archive.descriptor().panel()).contains("panel/index.html");
        assertThat(archive.bytes()).isEqualTo(Files.size(file));
        assertThat(archive.sha256()).hasSize(64);
        BundleJar bundle = archive.bundles().getFirst();
        assertThat(bundle.symbolicName()).isEqualTo("org.example.dice");
        assertThat(bundle.version()).isEqualTo("1.2.3");
        assertThat(bundle.imports()).containsExactly("io.liying.plugin.api [1.0,2)", "io.liying.skill.api");
        assertThat(archive.entry("panel/index.html"))
                .hasValueSatisfying(page ->
                        assertThat(page).asString(StandardCharsets.UTF_8).isEqualTo("<p>dice</p>"));
        try (InputStream jar = bundle.open()) {
            assertThat(jar.readAllBytes()).isEqualTo(Files.readAllBytes(file));
        }
    }

    @Test
    void a_lyp_is_read_with_its_bundles_in_order() throws Exception {
        byte[] lyp = PluginFile.lyp(
                new PluginFile(),
                Map.of(
                        "a.jar", new PluginFile().bytes(),
                        "b.jar",
                                new PluginFile()
                                        .header("Bundle-SymbolicName", "org.example.more")
                                        .bytes()),
                "[\"b.jar\", \"a.jar\"]");

        PluginArchive archive = reader.read(Files.write(folder.resolve("dice.lyp"), lyp));

        assertThat(archive.bundles().stream().map(BundleJar::symbolicName))
                .containsExactly("org.example.more", "org.example.dice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc/passwd", "/etc/passwd", "panel\\x", "", "C:/x", "missing"})
    void no_path_leads_out_of_the_bundle(String path) throws Exception {
        assertThat(reader.read(new PluginFile().write(folder)).entry(path)).isEmpty();
    }

    @Test
    void classes_that_differ_by_case_only_are_two_classes() throws Exception {
        byte[] type = new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 52};

        PluginArchive archive = reader.read(
                new PluginFile().with("a/B.class", type).with("a/b.class", type).write(folder));

        assertThat(archive.bundles().getFirst().content().names()).contains("a/B.class", "a/b.class");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIT",
                "GPL-2.0-only WITH Classpath-exception-2.0",
                "(MIT OR Apache-2.0) AND BSD-3-Clause",
                "LicenseRef-Own"
            })
    void spdx_expressions_are_licences(String licence) {
        assertThat(Licences.isExpression(licence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MIT OR", "AND MIT", "(MIT", "MIT)", "MIT Apache-2.0", "free of charge!", "GPL WITH"})
    void other_texts_are_no_licences(String licence) {
        assertThat(Licences.isExpression(licence)).isFalse();
    }

    @Test
    void every_refusal_is_told_in_seven_languages() {
        for (Class<?> anchor : List.of(ArchiveReader.class, Trust.class, PluginTool.class)) {
            assertThat(new MessageFiles().of(anchor).gaps()).isEmpty();
        }
    }
}
