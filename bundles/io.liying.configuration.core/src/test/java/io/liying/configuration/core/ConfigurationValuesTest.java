package io.liying.configuration.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfigurationValuesTest {

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    private Map<String, Object> api(String text) {
        assertThat(desk.problems(text)).isEmpty();
        return desk.admin.section("api");
    }

    @Test
    void values_get_the_types_that_the_bundle_wants() {
        Map<String, Object> api = api("""
                api:
                  port: 0x1F90
                  host: "::1"
                  rate: 1
                  open: true
                """);

        assertThat(api)
                .containsOnly(
                        Map.entry("port", 8080),
                        Map.entry("host", "::1"),
                        Map.entry("rate", 1.0),
                        Map.entry("open", true));
    }

    @Test
    void a_list_becomes_an_array() {
        assertThat((String[]) api("api: {hosts: [a, b]}").get("hosts")).containsExactly("a", "b");
        assertThat((String[]) api("api: {hosts: []}").get("hosts")).isEmpty();
    }

    @Test
    void nesting_and_underscores_mean_the_same() {
        assertThat(api("api: {queue: {capacity: 8}}")).containsEntry("queue.capacity", 8);
        assertThat(api("api: {queue_capacity: 9}")).containsEntry("queue.capacity", 9);
    }

    @Test
    void a_secret_may_be_written_without_its_mark() {
        assertThat(api("api: {token: abcdefgh}")).containsEntry(".token", "abcdefgh");
        assertThat(api("api: {_token: hgfedcba}")).containsEntry(".token", "hgfedcba");
    }

    @Test
    void what_is_not_written_is_not_configured() {
        assertThat(api("api:\ndatabase: {}\nspeech:\n")).isEmpty();
        assertThat(desk.admin.done).isEmpty();
        assertThat(api("")).isEmpty();
        assertThat(api("# only a comment\n")).isEmpty();
    }

    @Test
    void a_key_without_a_value_means_its_default() {
        assertThat(api("api:\n  port:\n  open: true\n")).containsOnlyKeys("open");
    }

    @Test
    void the_overlay_of_the_profile_is_merged_deeply() {
        desk.profile = Optional.of("dev");
        desk.write("liying.dev.yaml", "api: {queue_capacity: 2, host: dev, open:}\ndatabase: {durability: power}\n");
        desk.write("liying.prod.yaml", "api: {port: 9}\n");

        assertThat(api("api: {port: 1, open: true, host: main, queue: {capacity: 1}}"))
                .containsOnly(Map.entry("port", 1), Map.entry("host", "dev"), Map.entry("queue.capacity", 2));
        assertThat(desk.admin.section("database")).containsEntry("durability", "power");
    }

    @Test
    void a_profile_without_a_file_changes_nothing() {
        desk.profile = Optional.of("prod");

        assertThat(api("api: {port: 1}")).containsEntry("port", 1);
    }

    @Test
    void system_properties_override_the_files() {
        desk.overrides.put("liying.set.api.port", "0");
        desk.overrides.put("liying.set.api.queue_capacity", "3");
        desk.overrides.put("liying.set.api.hosts", "[x, y]");
        desk.overrides.put("liying.set.api.host", "8080");

        Map<String, Object> api = api("api: {port: 1}");

        assertThat(api)
                .containsEntry("port", 0)
                .containsEntry("queue.capacity", 3)
                .containsEntry("host", "8080");
        assertThat((String[]) api.get("hosts")).containsExactly("x", "y");
    }

    @Test
    void environment_variables_stand_in_placeholders() {
        desk.environment.put("PORT", "81");
        desk.environment.put("NAME", "box");

        assertThat(api("""
                api:
                  port: ${PORT}
                  host: ${NAME}.${DOMAIN:example.org}
                  queue_capacity: "${SIZE:5}"
                  hosts: [ "${NAME}", "${A:${B:c}}", "$${NAME}" ]
                  title: ${UNSET:12}
                """))
                .containsEntry("port", 81)
                .containsEntry("host", "box.example.org")
                .containsEntry("queue.capacity", 5)
                .containsEntry("title", "12")
                .hasEntrySatisfying(
                        "hosts", hosts -> assertThat((String[]) hosts).containsExactly("box", "c", "${NAME}"));
    }

    @Test
    void a_missing_variable_does_not_matter_where_another_file_gives_the_value() {
        desk.profile = Optional.of("dev");
        desk.write("liying.dev.yaml", "api: {port: 5}");

        assertThat(api("api: {port: \"${PORT}\"}")).containsEntry("port", 5);
    }

    @Test
    void what_is_the_same_is_not_written_again() {
        api("api: {port: 1, hosts: [a]}\ndatabase: {durability: power}");
        desk.admin.done.clear();

        api("database: {durability: process}\napi: {hosts: [a], port: 1}");
        assertThat(desk.admin.done).containsExactly("update io.liying.database");

        desk.admin.done.clear();
        api("database: {durability: process}");
        assertThat(desk.admin.done).containsExactly("delete io.liying.api");
    }
}
