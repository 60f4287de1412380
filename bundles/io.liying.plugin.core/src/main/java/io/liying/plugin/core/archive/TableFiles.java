package io.liying.plugin.core.archive;

import io.liying.plugin.api.PluginException;
import io.liying.storage.api.Schema.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the files that make a plugin's own tables. */
final class TableFiles {

    private static final String FOLDER = "LIYING-INF/tables/";
    private static final Pattern NAME = Pattern.compile("0{0,3}([1-9]\\d{0,3})_([a-z0-9_-]{1,80})\\.sql");

    private final Refusals refusals;

    TableFiles(Refusals refusals) {
        this.refusals = refusals;
    }

    /** In ascending order of the numbers. */
    List<Migration> of(List<BundleJar> bundles) throws PluginException {
        Map<Integer, Migration> steps = new TreeMap<>();
        for (BundleJar bundle : bundles) {
            ZipContent content = bundle.content();
            for (String path : content.names()) {
                if (path.startsWith(FOLDER)) {
                    Migration step = step(content, path);
                    if (steps.put(step.version(), step) != null) {
                        throw refusals.refuse(
                                "plugin.tables.twice",
                                Map.of("file", content.label(), "value", Integer.toString(step.version())));
                    }
                }
            }
        }
        return new ArrayList<>(steps.values());
    }

    private Migration step(ZipContent content, String path) throws PluginException {
        Matcher name = NAME.matcher(path.substring(FOLDER.length()));
        if (!name.matches()) {
            throw refusals.refuse("plugin.tables.name", Map.of("file", content.label(), "value", path));
        }
        byte[] bytes = content.read(path).orElseThrow();
        String sql = EntryNames.decode(bytes, 0, bytes.length)
                .orElseThrow(
                        () -> refusals.refuse("plugin.tables.text", Map.of("file", content.label(), "value", path)));
        return new Migration(Integer.parseInt(name.group(1)), name.group(2).replace('_', ' '), sql);
    }
}
