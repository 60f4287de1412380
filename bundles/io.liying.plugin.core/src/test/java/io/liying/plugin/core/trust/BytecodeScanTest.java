package io.liying.plugin.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.plugin.api.Finding;
import io.liying.plugin.api.Permission.Kind;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.core.archive.ArchiveLimits;
import io.liying.plugin.core.archive.ArchiveReader;
import io.liying.plugin.core.archive.PluginFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BytecodeScanTest {

    private static final String REASON = "\"reason\": {\"en\": \"r\", \"ko\": \"r\"}}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NETWORK | java.net.Socket | new java.net.Socket(\"x\", 1)",
                "NETWORK | java.net.http.HttpClient | java.net.http.HttpClient.newHttpClient()",
                "NETWORK | java.net.URL.openConnection | java.net.URI.create(\"x\").toURL().openConnection()",
                "NETWORK | java.nio.channels.SocketChannel | java.nio.channels.SocketChannel.open()",
                "FILES | java.nio.file.Files | java.nio.file.Files.readString(java.nio.file.Path.of(\"x\"))",
                "FILES | java.io.FileInputStream | new java.io.FileInputStream(\"x\")",
                "FILES | java.io.PrintWriter | new java.io.PrintWriter(\"x\")",
                "PROCESSES | java.lang.ProcessBuilder | new ProcessBuilder(\"x\").start()",
                "PROCESSES | java.lang.Runtime.exec | Runtime.getRuntime().exec(new String[0])",
                "PROCESSES | java.lang.System.exit | System.exit(1)",
                "PROCESSES | java.lang.Runtime.halt | Runtime.getRuntime().halt(1)",
                "PROCESSES | java.lang.Runtime.addShutdownHook | Runtime.getRuntime().addShutdownHook(null)",
                "REFLECTION | java.lang.reflect.Field.setAccessible | String.class.getDeclaredField(\"x\").setAccessible(true)",
                "REFLECTION | java.lang.Class.forName | Class.forName(\"x\", false, null)",
                "REFLECTION | java.lang.invoke.MethodHandles.privateLookupIn | java.lang.invoke.MethodHandles.privateLookupIn(null, null)",
                "REFLECTION | java.net.URLClassLoader | new java.net.URLClassLoader(new java.net.URL[0])",
                "REFLECTION | java.lang.ClassLoader | new ClassLoader() {}",
                "NATIVE_CODE | java.lang.System.loadLibrary | System.loadLibrary(\"x\")",
                "NATIVE_CODE | java.lang.foreign.Linker | java.lang.foreign.Linker.nativeLinker()",
                "REFLECTION | org.osgi.framework.BundleContext.installBundle | ((org.osgi.framework.BundleContext) null).installBundle(\"x\")"
            })
    void a_powerful_use_is_found(Kind kind, String use, String code) throws Exception {
        PluginInspection inspection = inspect(plugin(code).permissions(""), UnsignedPolicy.ASK);

        assertThat(inspection.findings())
                .contains(
                        new Finding(kind, code.contains("{}") ? "org.example.Dice$1" : "org.example.Dice", use, false));
        assertThat(inspection.approvals()).contains("unsigned", "finding:" + kind.code());
    }

    @Test
    void a_method_reference_and_a_native_method_are_found_too() throws Exception {
        String source = "package org.example; public class Dice { native int roll();"
                + " java.util.function.IntConsumer end = System::exit; }";

        PluginInspection inspection = inspect(
                new PluginFile().permissions("").with("org/example/Dice.class", compile(source)), UnsignedPolicy.ASK);

        assertThat(inspection.findings())
                .containsExactly(
                        new Finding(Kind.PROCESSES, "org.example.Dice", "java.lang.System.exit", false),
                        new Finding(Kind.NATIVE_CODE, "org.example.Dice", "native roll", false));
    }

    @Test
    void what_plugins_are_given_is_no_finding() throws Exception {
        PluginFile plugin = plugin("java.net.http.HttpRequest.newBuilder(java.net.URI.create(\"https://x\")).build();"
                + " ((io.liying.plugin.api.PluginHttp) null).send(null,"
                + " java.net.http.HttpResponse.BodyHandlers.ofString());"
                + " java.lang.reflect.Proxy.newProxyInstance(null, new Class<?>[0], null)");

        assertThat(inspect(plugin, UnsignedPolicy.ASK).findings()).isEmpty();
    }

    @Test
    void a_permission_covers_its_kind_and_uncovered_findings_come_first() throws Exception {
        PluginFile plugin = plugin("java.nio.file.Files.exists(null); new java.net.Socket(); System.exit(1)")
                .permissions("{\"kind\": \"files\", " + REASON
                        + ", {\"kind\": \"network\", \"value\": \"api.example.org\", " + REASON);

        PluginInspection inspection = inspect(plugin, UnsignedPolicy.ASK);

        assertThat(inspection.findings())
                .containsExactly(
                        new Finding(Kind.NETWORK, "org.example.Dice", "java.net.Socket", false),
                        new Finding(Kind.PROCESSES, "org.example.Dice", "java.lang.System.exit", false),
                        new Finding(Kind.FILES, "org.example.Dice", "java.nio.file.Files", true));
        assertThat(inspection.approvals())
                .containsExactly(
                        "unsigned", "files", "network:api.example.org", "finding:network", "finding:processes");
    }

    @Test
    void a_socket_is_covered_by_the_permission_for_every_host() throws Exception {
        PluginFile plugin =
                plugin("new java.net.Socket()").permissions("{\"kind\": \"network\", \"value\": \"*\", " + REASON);

        assertThat(inspect(plugin, UnsignedPolicy.DENY).findings())
                .containsExactly(new Finding(Kind.NETWORK, "org.example.Dice", "java.net.Socket", true));
    }

    @Test
    void a_jar_inside_the_jar_is_scanned_too() throws Exception {
        byte[] inner = plugin("System.exit(1)").bytes();

        assertThat(inspect(new PluginFile().with("lib/inner.jar", inner), UnsignedPolicy.ASK)
                        .findings())
                .containsExactly(new Finding(Kind.PROCESSES, "org.example.Dice", "java.lang.System.exit", false));
    }

    @Test
    void a_policy_can_refuse_findings() throws Exception {
        PluginException refusal = Assertions.catchThrowableOfType(
                PluginException.class, () -> inspect(plugin("System.exit(1)"), UnsignedPolicy.DENY));

        assertThat(refusal.reason(Language.ENGLISH))
                .isEqualTo("dice.jar uses java.lang.System.exit without the permission “processes”, which this system"
                        + " refuses. Its author must ask for the permission or leave out the use.");
        assertThat(refusal.reason(Language.KOREAN))
                .isEqualTo("dice.jar이(가) “processes” 권한 없이 java.lang.System.exit을(를) 사용하므로 이 시스템이 거부했습니다."
                        + " 제작자가 권한을 요청하거나 그 사용을 빼야 합니다.");
        assertThat(inspect(plugin("System.exit(1)"), UnsignedPolicy.ALLOW).approvals())
                .containsExactly("unsigned", "network:api.example.org");
    }

    private PluginInspection inspect(PluginFile plugin, UnsignedPolicy findings) throws Exception {
        MessageFiles catalogs = new MessageFiles();
        Trust trust = new Trust(new TrustStore(folder.resolve("store")), UnsignedPolicy.ASK, findings, catalogs);
        return trust.inspect(new ArchiveReader(ArchiveLimits.STANDARD, catalogs).read(plugin.write(folder)));
    }

    private PluginFile plugin(String code) throws Exception {
        String source = "package org.example; public class Dice { void roll() throws Throwable { " + code + "; } }";
        PluginFile plugin = new PluginFile().with("org/example/Dice.class", compile(source));
        Path inner = folder.resolve("classes/org/example/Dice$1.class");
        return Files.exists(inner) ? plugin.with("org/example/Dice$1.class", Files.readAllBytes(inner)) : plugin;
    }

    private byte[] compile(String source) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///org/example/Dice.java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> options = List.of("-d", classes.toString(), "-proc:none", "-cp", classPath);
        assertThat(compiler.getTask(null, null, null, options, null, List.of(file))
                        .call())
                .isTrue();
        return Files.readAllBytes(classes.resolve("org/example/Dice.class"));
    }
}
