package io.liying.testkit;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Makes plugins for tests: compiles sources with the test's class path and packs them with bnd, as a real build does. */
public final class PluginJar {

    private static final String SKILL = """
            package PACKAGE;

            import io.liying.i18n.api.Language;
            import io.liying.nlu.api.IntentExamples;
            import io.liying.skill.api.*;
            import java.util.*;
            import org.osgi.service.component.annotations.*;

            @Component
            public final class TestSkill implements Skill {
                private final SkillDescription description = new SkillDescription(
                        "ID", Map.of(Language.ENGLISH, "ID"), Map.of(Language.ENGLISH, "ID"),
                        List.of(new IntentExamples("ID.ask", Map.of(Language.ENGLISH, List.of(PHRASES)))));

                @Override
                public SkillDescription description() {
                    return description;
                }

                @Override
                public SkillAnswer answer(SkillRequest request) throws InterruptedException, SkillException {
                    BODY
                }

                MEMBERS
            }
            """;

    private final String id;
    private final String version;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();
    private final List<String> permissions = new ArrayList<>();

    private PluginJar(String id, String version) {
        this.id = id;
        this.version = version;
    }

    /** A plugin without code. */
    public static PluginJar of(String id, String version) {
        return new PluginJar(id, version);
    }

    /**
     * A plugin from its sources, packed like a Maven project's.
     *
     * @param project a folder with {@code src/main/java} and {@code src/main/resources}; its name is the plugin's id
     */
    public static PluginJar project(Path project, String version) throws IOException {
        PluginJar plugin = of(project.getFileName().toString(), version);
        Path java = project.resolve("src/main/java");
        Path resources = project.resolve("src/main/resources");
        for (Path file : files(java)) {
            plugin.source(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }
        for (Path file : files(resources)) {
            plugin.resource(resources.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
        return plugin;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * A plugin whose one skill answers some English phrases.
     *
     * @param body the Java statements of {@code answer(SkillRequest request)}
     */
    public static PluginJar skill(String id, String version, String body, String... phrases) {
        return of(id, version).withSkill(body, "", phrases);
    }

    /** Adds a skill with further members in its class. */
    public PluginJar withSkill(String body, String members, String... phrases) {
        String listed = String.join(
                ", ", Arrays.stream(phrases).map(phrase -> '"' + phrase + '"').toList());
        return source(
                "TestSkill",
                SKILL.replace("PACKAGE", packageName())
                        .replace("PHRASES", listed)
                        .replace("BODY", body)
                        .replace("MEMBERS", members)
                        .replace("ID", id));
    }

    /** Adds a source file in the plugin's package. */
    public PluginJar source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    /** Adds a file that is no class. */
    public PluginJar resource(String path, String text) {
        resources.put(path, text);
        return this;
    }

    /** Sets a manifest header or a bnd instruction. */
    public PluginJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Asks for a permission, such as {@code network} and {@code example.org}. */
    public PluginJar permission(String kind, String value) {
        permissions.add(
                "{\"kind\":\"%s\",\"value\":\"%s\",\"reason\":{\"en\":\"It needs that.\"}}".formatted(kind, value));
        return this;
    }

    /** The package of its classes. */
    public String packageName() {
        return "example." + id.replace("-", "");
    }

    /** Writes the jar; returns the file. */
    public Path build(Path file) throws Exception {
        Path classes = Files.createTempDirectory("liying-plugin");
        try (Builder builder = new Builder();
                Jar compiled = compile(classes)) {
            builder.setJar(compiled);
            builder.setProperty("Bundle-SymbolicName", "example." + id);
            builder.setProperty("Bundle-Version", version);
            builder.setProperty("Private-Package", packageName() + ".*");
            builder.setProperty("-dsannotations", "*");
            builder.setProperty("-metatypeannotations", "*");
            for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (element.endsWith(".jar")) {
                    builder.addClasspath(new File(element));
                }
            }
            headers.forEach(builder::setProperty);
            try (Jar jar = builder.build()) {
                if (!builder.getErrors().isEmpty()) {
                    throw new IOException(String.join("\n", builder.getErrors()));
                }
                jar.putResource("LIYING-INF/plugin.json", new EmbeddedResource(descriptor(), 0));
                for (Map.Entry<String, String> resource : resources.entrySet()) {
                    jar.putResource(resource.getKey(), new EmbeddedResource(resource.getValue(), 0));
                }
                jar.write(file.toFile());
            }
        }
        return file;
    }

    private String descriptor() {
        return """
                {"id": "%s", "version": "%s", "name": {"en": "%s"}, "description": {"en": "A plugin of a test."},
                 "author": "LiYing", "license": "Apache-2.0", "homepage": "https://example.org/",
                 "languages": ["en"], "permissions": [%s]}
                """.formatted(id, version, id, String.join(",", permissions));
    }

    private Jar compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(packageName(), name, text)));
        StringWriter output = new StringWriter();
        boolean well = units.isEmpty()
                || compiler.getTask(
                                output,
                                null,
                                null,
                                List.of("-d", classes.toString(), "-proc:none", "--release", "25"),
                                null,
                                units)
                        .call();
        if (!well) {
            throw new IOException(output.toString());
        }
        return new Jar("classes", classes.toFile());
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String packageName, String name, String text) {
            super(URI.create("string:///" + packageName.replace('.', '/') + '/' + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
