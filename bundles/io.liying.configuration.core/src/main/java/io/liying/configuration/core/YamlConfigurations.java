package io.liying.configuration.core;

import io.liying.configuration.api.Configurations;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;

/** Keeps Configuration Admin equal to the YAML files, as long as these are valid. */
@Component(immediate = true)
public final class YamlConfigurations implements Configurations {

    static final String PID_PREFIX = "io.liying.";

    static final List<String> SECTIONS = List.of(
            "app",
            "i18n",
            "speech",
            "nlu",
            "conversation",
            "plugins",
            "skills",
            "database",
            "security",
            "api",
            "logging");

    private static final String OVERRIDE_PREFIX = "liying.set.";

    private final ConfigurationFiles files;
    private final Function<String, @Nullable String> environment;
    private final Supplier<Map<String, String>> overrides;
    private final Metatypes metatypes;
    private final Sections sections;
    private final Texts texts;
    private final FileWatcher watcher;
    private final Runnable unlisten;
    private volatile List<String> problems = List.of();
    private volatile boolean inEffect;

    @Activate
    public YamlConfigurations(BundleContext context, @Reference ConfigurationAdmin admin) {
        this(context, new BundleMetatypes(context), admin);
    }

    private YamlConfigurations(BundleContext context, BundleMetatypes metatypes, ConfigurationAdmin admin) {
        this.files = ConfigurationFiles.locate(context::getProperty, System::getenv);
        this.environment = System::getenv;
        this.overrides = YamlConfigurations::systemOverrides;
        this.metatypes = metatypes;
        this.sections = new Sections(admin);
        this.texts = Texts.ofMachine();
        start();
        this.watcher = new FileWatcher(files.all(), FileWatcher.Pace.USUAL, this::changed);
        BundleListener listener = event -> {
            boolean other = (event.getType() & (BundleEvent.INSTALLED | BundleEvent.UPDATED)) != 0
                            && BundleMetatypes.describes(event.getBundle())
                    || event.getType() == BundleEvent.UNINSTALLED;
            if (other) {
                metatypes.forget();
                watcher.wake();
            }
        };
        context.addBundleListener(listener);
        this.unlisten = () -> context.removeBundleListener(listener);
    }

    YamlConfigurations(
            ConfigurationFiles files,
            Function<String, @Nullable String> environment,
            Map<String, String> overrides,
            Metatypes metatypes,
            ConfigurationAdmin admin,
            Texts texts,
            FileWatcher.Pace pace) {
        this.files = files;
        this.environment = environment;
        this.overrides = () -> overrides;
        this.metatypes = metatypes;
        this.sections = new Sections(admin);
        this.texts = texts;
        start();
        this.watcher = new FileWatcher(files.all(), pace, this::changed);
        this.unlisten = () -> {};
    }

    @Deactivate
    public void close() {
        unlisten.run();
        watcher.close();
    }

    @Override
    public List<String> problems() {
        return problems;
    }

    @Override
    public boolean inEffect() {
        return inEffect;
    }

    @Override
    public List<Path> files() {
        return files.all();
    }

    private void start() {
        try {
            files.createMissing();
        } catch (IOException readOnly) {
            LoggerFactory.getLogger(YamlConfigurations.class)
                    .warn("{} cannot be created, so all defaults hold: {}", files.main(), readOnly.toString());
        }
        reload();
    }

    @Override
    public synchronized List<String> reload() {
        Problems found = new Problems(texts);
        List<Setting> settings = read(found);
        Map<String, Map<String, Object>> merged = new Check(metatypes, found).merge(settings);
        if (found.all().isEmpty()) {
            try {
                sections.put(SECTIONS, merged);
                inEffect = true;
            } catch (IOException failure) {
                found.add(texts.text("store", failure));
            }
        }
        problems = found.all();
        return problems;
    }

    private void changed() {
        List<String> before = problems;
        List<String> after = reload();
        if (!after.isEmpty() && !after.equals(before)) {
            LoggerFactory.getLogger(YamlConfigurations.class)
                    .error("{}\n  {}", texts.text(inEffect ? "kept" : "none"), String.join("\n  ", after));
        } else if (after.isEmpty()) {
            LoggerFactory.getLogger(YamlConfigurations.class).info("{}", texts.text("taken", files.main()));
        }
    }

    private List<Setting> read(Problems found) {
        YamlText yaml = new YamlText(SECTIONS, new Placeholders(environment), found);
        List<Setting> settings = new ArrayList<>();
        files.profile()
                .filter(name -> !ConfigurationFiles.isName(name))
                .ifPresent(name -> found.add(texts.text("profile", name)));
        for (Path file : files.all()) {
            text(file, found).ifPresent(text -> settings.addAll(yaml.read(file.toString(), text)));
        }
        overrides.get().forEach((name, text) -> settings.addAll(override(name, text, yaml, found)));
        return settings;
    }

    private Optional<String> text(Path file, Problems found) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException missing) {
            // The default file may be absent where it cannot be written; a file that was in effect may not vanish.
            if (file.equals(files.main()) && (files.named() || inEffect)) {
                found.add(texts.text(files.named() ? "missing" : "gone", file));
            }
        } catch (CharacterCodingException notText) {
            found.add(texts.text("encoding", file));
        } catch (IOException failure) {
            found.add(texts.text("unreadable", file, failure));
        }
        return Optional.empty();
    }

    private List<Setting> override(String property, String text, YamlText yaml, Problems found) {
        String key = property.substring(OVERRIDE_PREFIX.length());
        int dot = key.indexOf('.');
        Place place = new Place(property, 0);
        if (dot <= 0 || !SECTIONS.contains(key.substring(0, dot))) {
            found.at(place, texts.text("override", String.join(", ", SECTIONS)));
            return List.of();
        }
        String name = key.substring(dot + 1).replace('_', '.');
        return List.of(new Setting(key.substring(0, dot), name, key, place, yaml.value(property, text)));
    }

    private static Map<String, String> systemOverrides() {
        Map<String, String> overrides = new TreeMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(OVERRIDE_PREFIX)) {
                overrides.put(name, System.getProperty(name, ""));
            }
        }
        return overrides;
    }
}
