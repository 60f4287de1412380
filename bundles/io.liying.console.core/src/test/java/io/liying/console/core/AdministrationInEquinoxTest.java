package io.liying.console.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.configuration.api.Configurations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Session;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.plugin.api.Plugins;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.Skills;
import io.liying.storage.api.Database;
import io.liying.storage.api.StorageException;
import io.liying.testkit.Equinox;
import io.liying.testkit.SharedPackages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Administration in a real framework, through a real Gogo. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdministrationInEquinoxTest {

    private static final String[] SHARED = {
        "org.slf4j",
        "org.apache.felix.service.command",
        "org.osgi.service.component",
        "org.osgi.service.component.runtime",
        "org.osgi.service.component.runtime.dto",
        "org.osgi.util.promise",
        "org.osgi.util.function",
        "io.liying.configuration.api",
        "io.liying.conversation.api",
        "io.liying.i18n.api",
        "io.liying.nlu.api",
        "io.liying.plugin.api",
        "io.liying.runtime.api",
        "io.liying.security.api",
        "io.liying.skill.api",
        "io.liying.storage.api"
    };

    @TempDir
    Path folder;

    private Equinox equinox;
    private BundleContext context;

    @BeforeEach
    void english() {
        System.setProperty("liying.language", "en");
    }

    @AfterEach
    void stop() throws Exception {
        equinox.close();
        System.clearProperty("liying.console");
        System.clearProperty("liying.language");
    }

    private void start() throws Exception {
        equinox = new Equinox(folder, SharedPackages.of(SHARED));
        equinox.install(
                "org.apache.felix.scr-",
                "org.apache.felix.gogo.runtime-",
                "jline-",
                "jackson-core-",
                "jackson-databind-",
                "jackson-annotations-");
        equinox.bundle("io.liying.console.core", "io.liying.console.core", Path.of("target/classes"));
        equinox.start();
        context = equinox.framework().getBundleContext();
    }

    private Object run(String command) throws Exception {
        CommandProcessor processor = context.getService(context.getServiceReference(CommandProcessor.class));
        try (CommandSession session = processor.createSession(
                new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), new ByteArrayOutputStream())) {
            return session.execute(command);
        }
    }

    private <T> void provide(Class<T> type, Map<String, Object> results) {
        Object service =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object result = results.get(method.getName());
                    if (result instanceof RuntimeException failure) {
                        throw failure;
                    }
                    return result;
                });
        context.registerService(type, type.cast(service), null);
    }

    @Test
    void commands_tell_what_is_there() throws Exception {
        start();
        Path file = Files.writeString(folder.resolve("liying.yaml"), "");
        Instant at = Instant.parse("2026-11-21T09:00:00Z");
        provide(Configurations.class, Map.of("files", List.of(file), "problems", List.of(), "inEffect", true));
        provide(
                History.class,
                Map.of("sessions", List.of(new Session("a1", "owner", "Tea", Language.ENGLISH, at, at, 4))));
        provide(
                Skills.class,
                Map.of(
                        "descriptions",
                        List.of(new SkillDescription(
                                "timer",
                                Map.of(Language.ENGLISH, "Timer"),
                                Map.of(),
                                List.of(new IntentExamples("timer.set", Map.of()))))));

        assertThat(run("liying:config")).isEqualTo(file + "\nThe configuration is in effect.");
        assertThat(run("liying:sessions")).isEqualTo("a1  2026-11-21T09:00:00Z  Tea  (4)");
        assertThat(run("liying:skills")).isEqualTo("timer          Timer: timer.set");
        assertThat(run("liying:status")).isEqualTo("Components: 3 work, 0 do not.");
    }

    @Test
    void the_plugin_managers_commands_have_hyphens() throws Exception {
        start();
        assertThat(run("liying:plugins")).isEqualTo("The plugin manager is not there; liying:status tells why.");

        provide(Plugins.class, Map.of("list", List.of(), "leftOvers", List.of()));

        assertThat(run("liying:plugins")).isEqualTo("No plugin is installed.");
        assertThat(run("liying:left-overs")).isEqualTo("All replaced versions are gone from memory.");
        assertThat(run("liying:plugin-install"))
                .isEqualTo("plugin-install needs to know which one; ./liying plugin help shows how.");
        assertThat(run("liying:plugin-uninstall dice --data")).isEqualTo("It is removed, with its data.");
    }

    @Test
    void commands_work_when_services_are_missing() throws Exception {
        start();

        assertThat(run("liying:sessions")).isEqualTo("The service History is not there; liying:status tells why.");
        assertThat(run("liying:backup x")).isEqualTo("The service Database is not there; liying:status tells why.");
    }

    @Test
    void problems_of_the_configuration_are_shown() throws Exception {
        start();
        provide(
                Configurations.class,
                Map.of(
                        "files",
                        List.of(folder.resolve("none")),
                        "problems",
                        List.of("line 2: wrong"),
                        "inEffect",
                        true));

        assertThat(run("liying:status")).isEqualTo("""
            Components: 3 work, 0 do not.
            %s (-)
            The saved configuration has errors; the one before is in effect:
              line 2: wrong\
            """.formatted(folder.resolve("none")));
    }

    @Test
    void a_backup_that_fails_says_why() throws Exception {
        start();
        provide(Database.class, Map.of("backup", new StorageException("x.zip exists; choose another file")));

        assertThat(run("liying:backup x.zip")).isEqualTo("x.zip exists; choose another file");
    }

    @Test
    void stop_ends_the_framework() throws Exception {
        start();

        assertThat(run("liying:stop")).isEqualTo("LiYing ends.");
        assertThat(equinox.framework().waitForStop(20_000)).isNotNull();
    }

    @Test
    void the_chat_waits_for_its_services_only_if_it_was_asked_for() throws Exception {
        start();
        assertThat(enabled("io.liying.console.core.LocalChat")).isFalse();
        equinox.close();

        System.setProperty("liying.console", "chat");
        start();
        assertThat(enabled("io.liying.console.core.LocalChat")).isTrue();
        assertThat(run("liying:status")).isEqualTo("""
            Components: 3 work, 1 do not.
              io.liying.console.core.LocalChat: waits for io.liying.conversation.api.Conversations, \
            io.liying.conversation.api.History, io.liying.conversation.api.Notices\
            """);
    }

    private boolean enabled(String name) {
        ServiceComponentRuntime runtime =
                context.getService(context.getServiceReference(ServiceComponentRuntime.class));
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            if (component.name.equals(name)) {
                return runtime.isComponentEnabled(component);
            }
        }
        throw new AssertionError(name + " is no component");
    }
}
