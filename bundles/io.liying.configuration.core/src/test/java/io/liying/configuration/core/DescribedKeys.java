package io.liying.configuration.core;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The keys that the bundles of this repository describe, with their defaults, read from the sources: the built metatype
 * files of the other bundles may not be there yet when this bundle is tested.
 */
final class DescribedKeys extends TreeScanner<Void, Void> {

    /** Section to key to default, as YAML writes it. */
    final Map<String, Map<String, String>> sections = new TreeMap<>();

    private final Map<String, Map<String, String>> types = new TreeMap<>();
    private final Map<String, String> pids = new TreeMap<>();

    static DescribedKeys in(Path bundles) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DescribedKeys keys = new DescribedKeys();
        try (Stream<Path> files = Files.walk(bundles);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = files.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java"))
                    .filter(DescribedKeys::describes)
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                keys.scan(unit, null);
            }
        }
        keys.pids.forEach((type, pid) -> keys.sections
                .computeIfAbsent(pid.substring("io.liying.".length()), section -> new TreeMap<>())
                .putAll(keys.types.get(type)));
        return keys;
    }

    private static boolean describes(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("@ObjectClassDefinition") || text.contains("@Designate(");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        String ocd = "";
        String pid = "";
        for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
            switch (annotation.getAnnotationType().toString()) {
                case "ObjectClassDefinition" -> types.put(type.getSimpleName().toString(), keys(type));
                case "Designate" -> ocd = argument(annotation, "ocd");
                case "Component" -> pid = argument(annotation, "configurationPid");
                default -> {}
            }
        }
        if (!ocd.isEmpty()) {
            String[] names = ocd.split("\\.");
            pids.put(names[names.length - 2], pid.replaceAll("[\"{} ]", "").split(",")[0]);
        }
        return super.visitClass(type, nothing);
    }

    private static String argument(AnnotationTree annotation, String name) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && assignment.getVariable().toString().equals(name)) {
                return assignment.getExpression().toString();
            }
        }
        return "";
    }

    private static Map<String, String> keys(ClassTree type) {
        Map<String, String> keys = new TreeMap<>();
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                String name = method.getName().toString();
                String plain = String.valueOf(method.getDefaultValue()).replace("_", "");
                String value = plain.equals("{}") ? "[]" : plain.replaceAll("^\"(.+)\"$", "$1");
                keys.put(
                        name.startsWith("_") ? name.substring(1) : name,
                        value.matches("-?\\d+L") ? value.replace("L", "") : value);
            }
        }
        return keys;
    }
}
