package io.liying.plugin.core.life;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Classes of the package {@code example.litter} with a loader of their own. */
final class Compiled {

    private Compiled() {}

    /** @param sources by the simple names of their classes */
    static URLClassLoader load(Path folder, Map<String, String> sources) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", folder.toString(), "-classpath", System.getProperty("java.class.path")));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            arguments.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue())
                    .toString());
        }
        int wrong = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (wrong != 0) {
            throw new IllegalArgumentException("the classes do not compile");
        }
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Compiled.class.getClassLoader());
    }

    static Object create(ClassLoader loader, String name) throws Exception {
        return loader.loadClass("example.litter." + name).getConstructor().newInstance();
    }
}
