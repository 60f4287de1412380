package io.liying.configuration.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfigurationFilesTest {

    @TempDir
    Path folder;

    private static ConfigurationFiles locate(Map<String, String> properties, Map<String, String> environment) {
        return ConfigurationFiles.locate(properties::get, environment::get);
    }

    @Test
    void the_file_stands_in_the_data_folder_if_nobody_names_another() {
        assertThat(locate(Map.of("liying.data", "/srv/liying"), Map.of()).all())
                .containsExactly(Path.of("/srv/liying/conf/liying.yaml"));
        assertThat(locate(Map.of(), Map.of()).main())
                .isEqualTo(Path.of("data/conf/liying.yaml").toAbsolutePath());
    }

    @Test
    void a_property_goes_before_the_environment() {
        Map<String, String> environment = Map.of("LIYING_CONFIG", "/etc/a.yaml", "LIYING_PROFILE", "prod");

        assertThat(locate(Map.of(), environment).all())
                .containsExactly(Path.of("/etc/a.yaml"), Path.of("/etc/a.prod.yaml"));
        assertThat(locate(Map.of("liying.config", "/etc/b", "liying.profile", "dev"), environment)
                        .all())
                .containsExactly(Path.of("/etc/b"), Path.of("/etc/b.dev"));
    }

    @Test
    void the_commented_default_is_written_once() throws IOException {
        ConfigurationFiles files = locate(Map.of("liying.data", folder.toString()), Map.of());

        files.createMissing();
        assertThat(files.main()).content().startsWith("# LiYing");

        Files.writeString(files.main(), "mine");
        files.createMissing();
        assertThat(files.main()).hasContent("mine");
    }

    @Test
    void a_named_file_is_never_written() throws IOException {
        ConfigurationFiles files =
                locate(Map.of("liying.config", folder.resolve("x.yaml").toString()), Map.of());

        files.createMissing();

        assertThat(files.main()).doesNotExist();
    }
}
