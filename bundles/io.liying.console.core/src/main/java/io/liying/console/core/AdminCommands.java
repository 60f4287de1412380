package io.liying.console.core;

import io.liying.configuration.api.Configurations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Session;
import io.liying.security.api.Person;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.Skills;
import io.liying.storage.api.Database;
import io.liying.storage.api.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Administration commands for the Gogo shell. Services are looked up when a command runs: an administrator needs the
 * commands most when some of them are missing.
 */
@Component(
        service = AdminCommands.class,
        property = {
            "osgi.command.scope=liying",
            "osgi.command.function=status",
            "osgi.command.function=sessions",
            "osgi.command.function=backup",
            "osgi.command.function=skills",
            "osgi.command.function=config",
            "osgi.command.function=stop"
        })
public final class AdminCommands {

    private static final int SHOWN = 50;

    private final BundleContext context;
    private final Texts texts;

    @Activate
    public AdminCommands(BundleContext context) {
        this(context, Texts.ofMachine());
    }

    AdminCommands(BundleContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
    }

    /** The components that work, those that do not and why, and what is wrong with the configuration. */
    public String status() {
        String components = with(ServiceComponentRuntime.class, runtime -> new ComponentReport(runtime, texts).text());
        List<String> problems = problems();
        return problems.isEmpty() ? components : components + "\n" + config();
    }

    /** The last used conversations of the person at the machine. */
    public String sessions() {
        return with(History.class, history -> {
            List<String> lines = new ArrayList<>();
            for (Session session : history.sessions(Person.OWNER, "", 0, SHOWN)) {
                lines.add("%s  %s  %s  (%d)"
                        .formatted(session.id(), session.updatedAt(), session.title(), session.messages()));
            }
            return lines.isEmpty() ? texts.text("sessions.none") : String.join("\n", lines);
        });
    }

    /** Writes a copy of the database into a new file. */
    public String backup(String file) {
        Path target = Path.of(file).toAbsolutePath();
        return with(Database.class, database -> {
            try {
                database.backup(target);
                return texts.text("exported", "file", target) + (Files.exists(target) ? " " + size(target) : "");
            } catch (StorageException failure) {
                return String.valueOf(failure.getMessage());
            }
        });
    }

    /** The skills that answer now. */
    public String skills() {
        return with(Skills.class, skills -> {
            List<String> lines = new ArrayList<>();
            for (SkillDescription skill : skills.descriptions()) {
                String name = skill.names().getOrDefault(texts.language(), skill.id());
                String intents =
                        skill.intents().stream().map(intent -> intent.intent()).collect(Collectors.joining(", "));
                lines.add("%-14s %s: %s".formatted(skill.id(), name, intents));
            }
            return lines.isEmpty() ? texts.text("skills.none") : String.join("\n", lines);
        });
    }

    /** The configuration files and what is wrong with them. */
    public String config() {
        return with(Configurations.class, configurations -> {
            List<String> lines = new ArrayList<>();
            configurations.files().forEach(file -> lines.add(file + (Files.exists(file) ? "" : " (-)")));
            List<String> problems = configurations.problems();
            if (problems.isEmpty()) {
                lines.add(texts.text("config.fine"));
            } else {
                lines.add(texts.text(configurations.inEffect() ? "config.kept" : "config.none"));
                problems.forEach(problem -> lines.add("  " + problem));
            }
            return String.join("\n", lines);
        });
    }

    /** Ends LiYing. */
    public String stop() throws BundleException {
        context.getBundle(Constants.SYSTEM_BUNDLE_ID).stop();
        return texts.text("stopping");
    }

    private List<String> problems() {
        return lookUp(Configurations.class, Configurations::problems).orElse(List.of());
    }

    private <T> String with(Class<T> type, Function<T, String> use) {
        return lookUp(type, use)
                .orElseGet(() -> texts.text("service.missing", Map.of("service", type.getSimpleName())));
    }

    private <T, R> Optional<R> lookUp(Class<T> type, Function<T, R> use) {
        ServiceReference<T> reference = context.getServiceReference(type);
        T service = reference == null ? null : context.getService(reference);
        if (reference == null || service == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(use.apply(service));
        } finally {
            context.ungetService(reference);
        }
    }

    private static String size(Path file) {
        long bytes = file.toFile().length();
        return "(%,d KB)".formatted((bytes + 1023) / 1024);
    }
}
