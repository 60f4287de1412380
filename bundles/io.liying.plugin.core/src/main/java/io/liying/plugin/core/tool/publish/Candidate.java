package io.liying.plugin.core.tool.publish;

import io.liying.plugin.core.archive.PluginArchive;
import java.nio.file.Path;
import java.util.Map;

/**
 * A plugin's file that was checked, without its content.
 *
 * @param from where it was read
 * @param file where it belongs, relative to the catalogue and with slashes
 * @param sha256 of it, in hexadecimal
 */
record Candidate(Path from, String file, String sha256, String id, String version) {

    /** Whether it is a jar or a {@code .lyp} is told by the content, as the file's name may be any. */
    static Candidate of(PluginArchive archive) {
        boolean jar = archive.bundles().getFirst().content().names().contains("LIYING-INF/plugin.json");
        String id = archive.descriptor().id();
        String version = archive.descriptor().version();
        String file = "plugins/" + id + "/" + version + "/" + id + "-" + version + (jar ? ".jar" : ".lyp");
        return new Candidate(archive.file(), file, archive.sha256(), id, version);
    }

    /** The refusal of a file whose version was published with another content. */
    PublishException changed() {
        String name = String.valueOf(from.getFileName());
        return new PublishException("publish.changed", Map.of("plugin", id, "version", version, "file", name));
    }
}
