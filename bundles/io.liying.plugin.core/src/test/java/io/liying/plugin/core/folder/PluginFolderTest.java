package io.liying.plugin.core.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.LeftOver;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.Plugins;
import io.liying.plugin.api.SettingField;
import io.liying.plugin.api.Signature;
import io.liying.testkit.KeyMessages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginFolderTest {

    @TempDir
    Path folder;

    private final Recorded plugins = new Recorded();
    private PluginFolder watched;

    @BeforeEach
    void start() throws Exception {
        watched = new PluginFolder(plugins, new KeyMessages(), folder, null);
    }

    @Test
    void a_file_is_taken_when_it_has_stopped_growing() throws Exception {
        Path file = folder.resolve("parrot.jar");
        Files.writeString(file, "half");
        watched.look();
        Files.writeString(file, "half and the rest");
        watched.look();
        assertThat(plugins.did).isEmpty();

        watched.look();
        watched.look();

        assertThat(plugins.did).containsExactly("install parrot.jar");
    }

    @Test
    void replacing_upgrades_and_deleting_removes_also_while_it_was_off() throws Exception {
        Path file = Files.writeString(folder.resolve("parrot.jar"), "one");
        lookTwice();
        Files.writeString(file, "version two");
        lookTwice();
        Files.delete(file);

        new PluginFolder(plugins, new KeyMessages(), folder, null).look();

        assertThat(plugins.did).containsExactly("install parrot.jar", "install parrot.jar", "uninstall parrot");
    }

    @Test
    void a_refused_file_says_why_in_every_language_and_is_not_tried_again_until_it_changes() throws Exception {
        plugins.refusal = "plugin.manifest.missing";
        Path file = Files.writeString(folder.resolve("parrot.jar"), "no jar");
        lookTwice();
        lookTwice();

        Path rejected = folder.resolve("parrot.jar.rejected.txt");
        assertThat(rejected).content().contains("[ko] ko: reason", "[de] de: reason", "plugin.manifest.missing");
        assertThat(plugins.did).hasSize(1);

        plugins.refusal = "";
        Files.writeString(file, "a good jar");
        lookTwice();
        assertThat(rejected).doesNotExist();
        assertThat(plugins.did).hasSize(2);
    }

    @Test
    void what_needs_approval_is_approved_by_a_file_beside_it() throws Exception {
        plugins.refusal = "plugin.approval.needed";
        Files.writeString(folder.resolve("parrot.jar"), "unsigned");
        lookTwice();
        assertThat(folder.resolve("parrot.jar.rejected.txt"))
                .content()
                .contains("[fr] fr: reason fr:approve{file=parrot.jar.approved}");

        plugins.refusal = "";
        Files.createFile(folder.resolve("parrot.jar.approved"));
        watched.look();

        assertThat(plugins.did).containsExactly("install parrot.jar", "install parrot.jar [*]");
        assertThat(folder.resolve("parrot.jar.approved")).doesNotExist();
    }

    @Test
    void other_files_are_none_of_its_business() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "x");
        Files.createDirectory(folder.resolve("folder.jar"));
        lookTwice();

        assertThat(plugins.did).isEmpty();
    }

    private void lookTwice() throws Exception {
        watched.look();
        watched.look();
    }

    private static final class Recorded implements Plugins {

        private final List<String> did = new ArrayList<>();
        private String refusal = "";

        @Override
        public PluginStatus install(Path file, Set<String> approvals, PluginListener progress) throws PluginException {
            did.add("install " + file.getFileName() + (approvals.isEmpty() ? "" : " " + approvals));
            if (!refusal.isEmpty()) {
                Map<Language, String> reasons = new java.util.EnumMap<>(Language.class);
                for (Language language : Language.values()) {
                    reasons.put(language, language.code() + ": reason");
                }
                throw new PluginException(refusal, reasons);
            }
            PluginDescriptor descriptor = new PluginDescriptor(
                    "parrot", "1.0.0", Map.of(), Map.of(), "", "", "", Set.of(), List.of(), Optional.empty());
            return new PluginStatus(
                    descriptor,
                    PluginStatus.State.ACTIVE,
                    Map.of(),
                    "",
                    Signature.unsigned(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Instant.EPOCH,
                    0,
                    0);
        }

        @Override
        public void uninstall(String id, boolean withData, PluginListener progress) {
            did.add("uninstall " + id);
        }

        @Override
        public List<PluginStatus> list() {
            return List.of();
        }

        @Override
        public Optional<PluginStatus> status(String id) {
            return Optional.empty();
        }

        @Override
        public PluginInspection inspect(Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PluginStatus rollBack(String id, Optional<String> version, PluginListener progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PluginStatus enable(String id, boolean enabled, PluginListener progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PluginStatus pin(String id, boolean pinned) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SettingField> fields(String id) {
            return List.of();
        }

        @Override
        public PluginStatus configure(String id, Map<String, Object> values) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> keptSecrets(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void keepSecret(String id, String name, String text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<byte[]> panelFile(String id, String path) {
            return Optional.empty();
        }

        @Override
        public List<LeftOver> leftOvers() {
            return List.of();
        }
    }
}
