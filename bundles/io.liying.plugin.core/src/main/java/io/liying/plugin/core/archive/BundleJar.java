package io.liying.plugin.core.archive;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One bundle of a plugin, checked but not installed.
 *
 * @param symbolicName without directives
 * @param version as OSGi writes it
 * @param headers the manifest's main headers
 * @param content its files
 * @param embedded the jars inside it, which its class path may name
 */
public record BundleJar(
        String symbolicName,
        String version,
        Map<String, String> headers,
        ZipContent content,
        List<ZipContent> embedded) {

    public BundleJar {
        headers = Map.copyOf(headers);
        embedded = List.copyOf(embedded);
    }

    /** The jar, from memory; closing it is not needed. */
    public InputStream open() {
        return content.open();
    }

    /** The packages it imports, with their version range if it names one, such as {@code io.liying.skill.api [1.0,2)}. */
    public List<String> imports() {
        List<String> imports = new ArrayList<>();
        String header = headers.getOrDefault("Import-Package", "");
        for (HeaderClause clause : header.isBlank() ? List.<HeaderClause>of() : HeaderClause.parse(header)) {
            String range = clause.attributes().getOrDefault("version", "");
            for (String name : clause.names()) {
                imports.add(range.isEmpty() ? name : name + " " + range);
            }
        }
        return imports;
    }
}
