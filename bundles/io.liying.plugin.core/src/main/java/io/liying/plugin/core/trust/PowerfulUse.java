package io.liying.plugin.core.trust;

import io.liying.plugin.api.Permission.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which classes and methods of the platform are powerful. Calls on the plugin's own folder through {@code
 * java.nio.file.Files} count as files too, since bytecode does not show which file is meant.
 */
final class PowerfulUse {

    /** Any use of these classes counts, inheriting from them too. */
    private static final Map<Kind, Set<String>> CLASSES = Map.of(
            Kind.NETWORK,
                    Set.of(
                            "java/net/Socket",
                            "java/net/ServerSocket",
                            "java/net/DatagramSocket",
                            "java/net/MulticastSocket",
                            "java/net/URLConnection",
                            "java/net/HttpURLConnection",
                            "java/net/JarURLConnection",
                            "javax/net/ssl/HttpsURLConnection",
                            "javax/net/ssl/SSLSocket",
                            "javax/net/ssl/SSLServerSocket",
                            "javax/net/SocketFactory",
                            "javax/net/ServerSocketFactory",
                            "javax/net/ssl/SSLSocketFactory",
                            "javax/net/ssl/SSLServerSocketFactory",
                            "java/net/http/HttpClient",
                            "java/net/http/HttpClient$Builder",
                            "java/net/http/WebSocket",
                            "java/nio/channels/SocketChannel",
                            "java/nio/channels/ServerSocketChannel",
                            "java/nio/channels/DatagramChannel",
                            "java/nio/channels/AsynchronousSocketChannel",
                            "java/nio/channels/AsynchronousServerSocketChannel",
                            "java/nio/channels/spi/SelectorProvider",
                            "java/sql/DriverManager",
                            "javax/naming/InitialContext"),
            Kind.FILES,
                    Set.of(
                            "java/io/File",
                            "java/io/FileInputStream",
                            "java/io/FileOutputStream",
                            "java/io/FileReader",
                            "java/io/FileWriter",
                            "java/io/RandomAccessFile",
                            "java/nio/file/Files",
                            "java/nio/file/FileSystems",
                            "java/nio/file/spi/FileSystemProvider",
                            "java/nio/channels/FileChannel",
                            "java/nio/channels/AsynchronousFileChannel",
                            "java/util/zip/ZipFile",
                            "java/util/jar/JarFile",
                            "java/util/logging/FileHandler"),
            Kind.PROCESSES, Set.of("java/lang/ProcessBuilder", "java/lang/ProcessHandle"),
            Kind.NATIVE_CODE, Set.of("java/lang/foreign/Linker", "java/lang/foreign/SymbolLookup"),
            Kind.REFLECTION,
                    Set.of(
                            "sun/misc/Unsafe",
                            "java/lang/ClassLoader",
                            "java/security/SecureClassLoader",
                            "java/net/URLClassLoader",
                            "java/lang/ModuleLayer",
                            "java/lang/ModuleLayer$Controller",
                            "javax/management/MBeanServer",
                            "javax/tools/ToolProvider",
                            "org/osgi/service/cm/ConfigurationAdmin"));

    private static final Map<Kind, List<String>> PACKAGES = Map.of(
            Kind.NETWORK, List.of("java/rmi/", "com/sun/net/httpserver/"),
            Kind.NATIVE_CODE, List.of("com/sun/jna/"),
            Kind.REFLECTION,
                    List.of(
                            "java/lang/instrument/",
                            "com/sun/tools/attach/",
                            "com/sun/jdi/",
                            "jdk/internal/",
                            "sun/reflect/",
                            "org/osgi/framework/hooks/",
                            "org/osgi/framework/launch/",
                            "org/osgi/framework/startlevel/",
                            "org/osgi/framework/wiring/",
                            "org/eclipse/osgi/internal/"));

    /** Methods by their class. */
    private static final Map<String, Map<String, Kind>> METHODS = Map.ofEntries(
            methods("java/net/URL", Kind.NETWORK, "openConnection", "openStream", "getContent"),
            methods("java/net/InetAddress", Kind.NETWORK, "getByName", "getAllByName", "isReachable"),
            methods(
                    "java/lang/Runtime",
                    Map.of(
                            "exec", Kind.PROCESSES,
                            "exit", Kind.PROCESSES,
                            "halt", Kind.PROCESSES,
                            "addShutdownHook", Kind.PROCESSES,
                            "load", Kind.NATIVE_CODE,
                            "loadLibrary", Kind.NATIVE_CODE)),
            methods(
                    "java/lang/System",
                    Map.of("exit", Kind.PROCESSES, "load", Kind.NATIVE_CODE, "loadLibrary", Kind.NATIVE_CODE)),
            methods("java/lang/foreign/MemorySegment", Kind.NATIVE_CODE, "reinterpret"),
            methods("java/lang/Class", Kind.REFLECTION, "forName"),
            methods("java/lang/Module", Kind.REFLECTION, "addOpens", "addExports", "addReads", "addUses"),
            methods("java/lang/reflect/AccessibleObject", Kind.REFLECTION, "setAccessible", "trySetAccessible"),
            methods("java/lang/reflect/Method", Kind.REFLECTION, "setAccessible", "trySetAccessible", "invoke"),
            methods(
                    "java/lang/reflect/Constructor",
                    Kind.REFLECTION,
                    "setAccessible",
                    "trySetAccessible",
                    "newInstance"),
            methods("java/lang/reflect/Field", Kind.REFLECTION, "setAccessible", "trySetAccessible", "set", "get"),
            methods("java/lang/invoke/MethodHandles", Kind.REFLECTION, "privateLookupIn"),
            methods(
                    "java/lang/invoke/MethodHandles$Lookup",
                    Kind.REFLECTION,
                    "defineClass",
                    "defineHiddenClass",
                    "defineHiddenClassWithClassData",
                    "findClass",
                    "findConstructor",
                    "findGetter",
                    "findSetter",
                    "findSpecial",
                    "findStatic",
                    "findStaticGetter",
                    "findStaticSetter",
                    "findVarHandle",
                    "findVirtual",
                    "unreflect",
                    "unreflectConstructor",
                    "unreflectSpecial"),
            methods(
                    "org/osgi/framework/BundleContext",
                    Kind.REFLECTION,
                    "installBundle",
                    "getBundle",
                    "getBundles",
                    "addBundleListener",
                    "addFrameworkListener"),
            methods(
                    "org/osgi/framework/Bundle",
                    Kind.REFLECTION,
                    "adapt",
                    "getBundleContext",
                    "loadClass",
                    "start",
                    "stop",
                    "uninstall",
                    "update"));

    /** Constructors that open a file when they are given its name. */
    private static final Set<String> OPENING =
            Set.of("java/io/PrintWriter", "java/io/PrintStream", "java/util/Formatter");

    private PowerfulUse() {}

    /** The kind of a class that is powerful whatever is done with it. */
    static Optional<Kind> ofClass(String owner) {
        for (Map.Entry<Kind, Set<String>> classes : CLASSES.entrySet()) {
            if (classes.getValue().contains(owner)) {
                return Optional.of(classes.getKey());
            }
        }
        for (Map.Entry<Kind, List<String>> packages : PACKAGES.entrySet()) {
            if (packages.getValue().stream().anyMatch(owner::startsWith)) {
                return Optional.of(packages.getKey());
            }
        }
        return Optional.empty();
    }

    /** The kind of a powerful method of a class that is not powerful by itself. */
    static Optional<Kind> ofMethod(String owner, String name, String descriptor) {
        boolean constructor = name.equals("<init>");
        if (constructor && OPENING.contains(owner) && descriptor.startsWith("(Ljava/lang/String;")) {
            return Optional.of(Kind.FILES);
        }
        if (constructor && owner.equals("java/util/Scanner") && descriptor.startsWith("(Ljava/nio/file/Path;")) {
            return Optional.of(Kind.FILES);
        }
        return Optional.ofNullable(METHODS.getOrDefault(owner, Map.of()).get(name));
    }

    private static Map.Entry<String, Map<String, Kind>> methods(String owner, Kind kind, String... names) {
        Map<String, Kind> kinds = new HashMap<>();
        for (String name : names) {
            kinds.put(name, kind);
        }
        return methods(owner, kinds);
    }

    private static Map.Entry<String, Map<String, Kind>> methods(String owner, Map<String, Kind> kinds) {
        return Map.entry(owner, Map.copyOf(kinds));
    }
}
