package io.liying.speech.core.model;

import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.SpeechModels;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Models in folders: each in one of its own. What is there is looked up again when a folder has changed. */
@Component(configurationPid = "io.liying.speech")
public final class ModelFolders implements SpeechModels {

    private static final Logger LOG = LoggerFactory.getLogger(ModelFolders.class);

    private record Seen(FileTime changed, List<InstalledModel> models) {}

    private final Path own;
    private final Map<Path, Seen> seen = new LinkedHashMap<>();
    private volatile List<Path> folders;

    @Activate
    public ModelFolders(BundleContext context, ModelConfig config) {
        this(Path.of(data(context)).resolve("models"), further(config));
    }

    ModelFolders(Path own, List<Path> further) {
        this.own = own;
        this.folders = all(further);
    }

    @Modified
    void modified(ModelConfig config) {
        folders = all(further(config));
    }

    private static String data(BundleContext context) {
        String data = context.getProperty("liying.data");
        return data == null ? "data" : data;
    }

    private static List<Path> further(ModelConfig config) {
        return Arrays.stream(config.model_folders())
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
    }

    private List<Path> all(List<Path> further) {
        List<Path> all = new ArrayList<>(further);
        all.add(own);
        return List.copyOf(all);
    }

    @Override
    public List<Path> folders() {
        return folders;
    }

    @Override
    public List<InstalledModel> of(String engine) {
        List<InstalledModel> found = new ArrayList<>();
        for (Path folder : folders) {
            models(folder).stream()
                    .filter(model -> model.engine().equals(engine))
                    .sorted(Comparator.comparing((InstalledModel model) -> -quality(model))
                            .thenComparing(InstalledModel::id))
                    .forEach(found::add);
        }
        return found;
    }

    private static double quality(InstalledModel model) {
        try {
            return Double.parseDouble(model.properties().getOrDefault("quality", "0"));
        } catch (NumberFormatException unknown) {
            return 0;
        }
    }

    private synchronized List<InstalledModel> models(Path folder) {
        try {
            FileTime changed = Files.getLastModifiedTime(folder);
            Seen before = seen.get(folder);
            if (before == null || !before.changed().equals(changed)) {
                before = new Seen(changed, read(folder));
                seen.put(folder, before);
            }
            return before.models();
        } catch (IOException absent) {
            seen.remove(folder);
            return List.of();
        }
    }

    private static List<InstalledModel> read(Path folder) throws IOException {
        List<InstalledModel> models = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                // A name that begins with a dot is a model that is still arriving.
                if (Files.isDirectory(child) && !child.getFileName().toString().startsWith(".")) {
                    try {
                        ModelDescriptor.read(child).ifPresent(models::add);
                    } catch (IOException unreadable) {
                        LOG.warn("The model in {} is left out: {}", child, unreadable.getMessage());
                    }
                }
            }
        }
        return models;
    }
}
