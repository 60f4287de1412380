package io.liying.plugin.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.core.MessageFiles;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.core.trust.Trust;
import io.liying.plugin.core.trust.TrustStore;
import io.liying.plugin.core.trust.UnsignedPolicy;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FuzzedPluginTest {

    @TempDir
    Path folder;

    @Test
    void a_cut_or_garbled_plugin_is_refused_and_never_breaks_the_reader() throws Exception {
        byte[] jar = plugin().bytes();
        byte[] lyp = PluginFile.lyp(new PluginFile(), Map.of("a.jar", jar), "[\"a.jar\"]");

        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            for (byte[] valid : new byte[][] {jar, lyp}) {
                assertThat(isAccepted(valid)).isTrue();
                for (int part = 0; part < 50; part++) {
                    assertThat(isAccepted(Arrays.copyOf(valid, valid.length * part / 50)))
                            .isFalse();
                }
                Random random = new Random(42);
                for (int round = 0; round < 400; round++) {
                    byte[] garbled = valid.clone();
                    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                        garbled[random.nextInt(garbled.length)] ^= (byte) (1 << random.nextInt(8));
                    }
                    isAccepted(garbled);
                }
            }
        });
    }

    @Test
    void a_garbled_class_is_refused_and_never_breaks_the_scan() throws Exception {
        byte[] type = type();
        Random random = new Random(7);

        for (int round = 0; round < 400; round++) {
            byte[] garbled = type.clone();
            for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
                garbled[8 + random.nextInt(garbled.length - 8)] = (byte) random.nextInt(256);
            }
            isAccepted(plugin().with("a/A.class", garbled).bytes());
        }
        assertThat(isAccepted(
                        plugin().with("a/A.class", Arrays.copyOf(type, 60)).bytes()))
                .isFalse();
    }

    private static PluginFile plugin() throws Exception {
        return new PluginFile().with("a/A.class", type());
    }

    private static byte[] type() throws Exception {
        try (InputStream stream = FuzzedPluginTest.class.getResourceAsStream("FuzzedPluginTest.class")) {
            return stream.readAllBytes();
        }
    }

    /** Whether the plugin is accepted; anything but a refusal fails the test. */
    private boolean isAccepted(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("dice.jar"), bytes);
        MessageFiles catalogs = new MessageFiles();
        Trust trust = new Trust(
                new TrustStore(folder.resolve("publishers")), UnsignedPolicy.ASK, UnsignedPolicy.ASK, catalogs);
        try {
            trust.inspect(new ArchiveReader(ArchiveLimits.STANDARD, catalogs).read(file));
            return true;
        } catch (PluginException refused) {
            assertThat(refused.code()).startsWith("plugin.");
            return false;
        }
    }
}
