package io.liying.plugin.core.tool.template;

import io.liying.i18n.api.Language;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a complete plugin project: a skill in seven languages with its conversations. */
public final class ProjectTemplate {

    private final String id;
    private final String packageName;
    private final Map<String, String> values;

    /**
     * @param sdk the address of the folder repository with the SDK
     * @param version of the SDK
     */
    public ProjectTemplate(String id, String packageName, String sdk, String version, String author) {
        this.id = id;
        this.packageName = packageName;
        String title = id.replace('-', ' ');
        this.values = Map.of(
                "ID",
                id,
                "PACKAGE",
                packageName,
                "CLASS",
                className(),
                "TITLE",
                title,
                "NAME",
                title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1),
                "SDK",
                sdk.replace("&", "&amp;").replace("<", "&lt;"),
                "VERSION",
                version,
                "AUTHOR",
                author.replace("\\", "").replace("\"", ""));
    }

    private String className() {
        String camel = Arrays.stream(id.split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
        return camel.endsWith("Skill") ? camel : camel + "Skill";
    }

    /** Writes into a folder that does not exist yet. */
    public void write(Path folder) throws IOException {
        Path main = folder.resolve("src/main");
        Path test = folder.resolve("src/test");
        String path = packageName.replace('.', '/');
        copy("pom.xml", folder.resolve("pom.xml"));
        copy("maven.config", folder.resolve(".mvn/maven.config"));
        copy("gitignore", folder.resolve(".gitignore"));
        copy("plugin.json", main.resolve("resources/LIYING-INF/plugin.json"));
        copy("Skill.java.txt", main.resolve("java").resolve(path).resolve(className() + ".java"));
        copy("ConversationTest.java.txt", test.resolve("java").resolve(path).resolve("ConversationTest.java"));
        Path resources = main.resolve("resources").resolve(path);
        for (Language language : Language.values()) {
            String code = language.code();
            copy("intents_" + code + ".txt", resources.resolve("intents_" + code + ".txt"));
            copy("messages_" + code + ".properties.txt", resources.resolve("messages_" + code + ".properties"));
            copy("script_" + code + ".yaml", test.resolve("resources/scripts/" + code + ".yaml"));
        }
    }

    private void copy(String name, Path file) throws IOException {
        try (InputStream stream = ProjectTemplate.class.getResourceAsStream("project/" + name)) {
            if (stream == null) {
                throw new FileNotFoundException(name + " is missing in the project template");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace('@' + value.getKey() + '@', value.getValue());
            }
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text);
        }
    }
}
