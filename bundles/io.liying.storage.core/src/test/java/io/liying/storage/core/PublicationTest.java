package io.liying.storage.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.storage.api.Database;
import io.liying.storage.api.Durability;
import io.liying.storage.api.GuestSchemas;
import io.liying.storage.api.StorageException;
import io.liying.storage.h2.H2Engine;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicationTest {

    @TempDir
    Path folder;

    private final BlockingQueue<Object> registered = new ArrayBlockingQueue<>(8);
    private final List<Object> unregistered = new ArrayList<>();
    private final BundleContext context = (BundleContext) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("registerService");
                registered.add(arguments[1]);
                return registration(arguments[1]);
            });

    @Test
    void the_engine_that_understands_the_address_is_published() throws InterruptedException {
        EngineSelection selection = new EngineSelection(context, settings(""), folder);

        selection.addEngine(new H2Engine());
        SelectedEngine selected = (SelectedEngine) registered.take();
        selection.withdraw();

        assertThat(selected.settings().url()).isEqualTo("jdbc:h2:file:" + folder + "/database/liying");
        assertThat(unregistered).containsExactly(selected);
    }

    @Test
    void an_engine_that_does_not_understand_the_address_is_passed_over() {
        EngineSelection selection = new EngineSelection(context, settings("jdbc:postgresql://db/liying"), folder);

        selection.addEngine(new H2Engine());
        selection.withdraw();

        assertThat(registered).isEmpty();
    }

    @Test
    void the_database_is_published_when_it_works_and_withdrawn_before_it_closes() {
        SelectedEngine selected = new SelectedEngine(
                new H2Engine(), settings(new H2Engine().embeddedUrl(folder).orElseThrow()));

        DatabasePublication publication = new DatabasePublication(context, selected);
        Database database = (Database) registered.remove();
        GuestSchemas guests = (GuestSchemas) registered.remove();
        database.write(connection -> {}).toCompletableFuture().join();
        publication.close();

        assertThat(unregistered).containsExactly(guests, database);
        assertThatThrownBy(() ->
                        database.write(connection -> {}).toCompletableFuture().join())
                .hasMessageContaining("The database is closing");
    }

    @Test
    void a_database_that_does_not_open_is_not_published_and_the_reason_is_the_innermost_one() throws Exception {
        Path file = Files.createDirectories(folder.resolve("database")).resolve("liying.mv.db");
        Files.writeString(file, "no database\n".repeat(2_000));
        SelectedEngine selected = new SelectedEngine(
                new H2Engine(), settings(new H2Engine().embeddedUrl(folder).orElseThrow()));

        assertThatThrownBy(() -> new DatabasePublication(context, selected))
                .isInstanceOf(StorageException.class)
                .hasNoCause()
                .hasMessage("The database " + file + " is damaged. Move it away and put a backup in its place; without "
                        + "it LiYing starts with an empty database.");
        assertThat(registered).isEmpty();
    }

    @Test
    void settings_out_of_bounds_are_refused() {
        assertThatThrownBy(() -> new DatabaseSettings(
                        "", "liying", "", Durability.POWER, 65, 64, java.time.Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("database.pool_size is 65; it must be 1 to 64");
    }

    @Test
    void settings_do_not_show_the_password() {
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:h2:mem:x", "liying", "secret", Durability.POWER, 1, 64, java.time.Duration.ofSeconds(1));

        assertThat(settings).hasToString("jdbc:h2:mem:x as liying, durability POWER");
    }

    private static DatabaseSettings settings(String url) {
        return DatabaseSettings.at(url, Durability.PROCESS);
    }

    private ServiceRegistration<?> registration(Object service) {
        return (ServiceRegistration<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServiceRegistration.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("unregister");
                    unregistered.add(service);
                    return null;
                });
    }
}
