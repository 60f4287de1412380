package io.liying.plugin.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.plugin.api.PluginException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleRulesTest {

    private static final int RUNNING = Runtime.version().feature();

    private final ArchiveReader reader = new ArchiveReader(ArchiveLimits.STANDARD, new MessageFiles());

    @TempDir
    Path folder;

    static Stream<Arguments> manifests() {
        return Stream.of(
                arguments(
                        new PluginFile().without(PluginFile.MANIFEST),
                        "dice.jar has no META-INF/MANIFEST.MF. Build it as an OSGi bundle.",
                        "dice.jar 안에 META-INF/MANIFEST.MF가 없습니다. OSGi 번들로 빌드하세요."),
                arguments(
                        new PluginFile().line("no header at all"),
                        "The manifest of dice.jar is broken at “META-INF/MANIFEST.MF”. Let a tool such as bnd write it.",
                        "dice.jar의 매니페스트가 “META-INF/MANIFEST.MF” 부분에서 잘못되었습니다. bnd 같은 도구로 만드세요."),
                arguments(
                        new PluginFile().line("import-package: org.example"),
                        "The manifest of dice.jar is broken at “import-package”. Let a tool such as bnd write it.",
                        "dice.jar의 매니페스트가 “import-package” 부분에서 잘못되었습니다. bnd 같은 도구로 만드세요."),
                arguments(
                        new PluginFile().header("Import-Package", "a;version=\"1"),
                        "The manifest of dice.jar is broken at “Import-Package”. Let a tool such as bnd write it.",
                        "dice.jar의 매니페스트가 “Import-Package” 부분에서 잘못되었습니다. bnd 같은 도구로 만드세요."),
                arguments(
                        new PluginFile().withoutHeader("Bundle-ManifestVersion"),
                        "dice.jar is not an OSGi bundle: its manifest lacks “Bundle-ManifestVersion: 2”. Build it with bnd"
                                + " or from the template of the SDK.",
                        "dice.jar은(는) OSGi 번들이 아닙니다. 매니페스트에 “Bundle-ManifestVersion: 2”가 없습니다. bnd나 SDK의"
                                + " 템플릿으로 빌드하세요."),
                arguments(
                        new PluginFile().withoutHeader("Bundle-SymbolicName"),
                        "dice.jar has no valid Bundle-SymbolicName (“”). Use letters, digits, hyphens and dots.",
                        "dice.jar의 Bundle-SymbolicName(“”)이 올바르지 않습니다. 영문자, 숫자, 하이픈, 점만 쓰세요."),
                arguments(
                        new PluginFile().header("Bundle-Version", "one"),
                        "dice.jar has no valid Bundle-Version (“one”). Write it like 1.2.3.",
                        "dice.jar의 Bundle-Version(“one”)이 올바르지 않습니다. 1.2.3처럼 쓰세요."),
                arguments(
                        new PluginFile().header("Fragment-Host", "io.liying.skill.core"),
                        "dice.jar wants to become a part of the bundle “io.liying.skill.core” (Fragment-Host)."
                                + " A plugin must stand on its own.",
                        "dice.jar이(가) “io.liying.skill.core” 번들의 일부가 되려고 합니다(Fragment-Host). 플러그인은 독립적이어야" + " 합니다."),
                arguments(
                        new PluginFile().header("Require-Bundle", "io.liying.skill.core;resolution:=optional"),
                        "dice.jar requires the bundle “io.liying.skill.core”, which is not open to plugins."
                                + " Import the packages it needs instead.",
                        "dice.jar에 필요한 “io.liying.skill.core” 번들은 플러그인에 공개되지 않았습니다. 대신 필요한 패키지를 가져오세요."),
                arguments(
                        new PluginFile().header("DynamicImport-Package", "*"),
                        "dice.jar asks for packages by the pattern “*” (DynamicImport-Package), which is too wide."
                                + " Import the packages by name.",
                        "dice.jar이(가) 너무 넓은 패턴 “*”(으)로 패키지를 요청합니다(DynamicImport-Package). 패키지를 이름으로" + " 가져오세요."),
                arguments(
                        new PluginFile().header("Export-Package", "io.liying.plugin.api;version=1"),
                        "dice.jar exports “io.liying.plugin.api”, a package that belongs to LiYing or the platform."
                                + " Rename it or do not export it.",
                        "dice.jar이(가) 내보내는 “io.liying.plugin.api” 패키지는 LiYing이나 플랫폼의 것입니다. 이름을 바꾸거나 내보내지" + " 마세요."),
                arguments(
                        new PluginFile().header("Bundle-NativeCode", "lib/x.so"),
                        "dice.jar brings native code (Bundle-NativeCode) but does not ask for it."
                                + " Add the permission “native-code” with a reason.",
                        "dice.jar에 네이티브 코드(Bundle-NativeCode)가 있지만 권한을 요청하지 않았습니다. 이유와 함께 “native-code”"
                                + " 권한을 추가하세요."),
                arguments(
                        new PluginFile().header("Require-Capability", "osgi.wiring.package;filter:=\"(x=y)\""),
                        "dice.jar names the capability “osgi.wiring.package”, which only the framework may."
                                + " Remove it from the manifest.",
                        "dice.jar에 적힌 기능 “osgi.wiring.package”은(는) 프레임워크만 쓸 수 있습니다. 매니페스트에서 지우세요."),
                arguments(
                        new PluginFile()
                                .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""),
                        "dice.jar needs Java 99, but LiYing runs on Java " + RUNNING + ". Build it for Java " + RUNNING
                                + " or update Java.",
                        "dice.jar에는 Java 99이(가) 필요하지만 LiYing은 Java " + RUNNING + "에서 실행 중입니다. Java " + RUNNING
                                + "용으로 빌드하거나 Java를 업데이트하세요."),
                arguments(
                        new PluginFile().with("a/B.class", new byte[] {
                            (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) (44 + 99)
                        }),
                        "dice.jar needs Java 99, but LiYing runs on Java " + RUNNING + ". Build it for Java " + RUNNING
                                + " or update Java.",
                        "dice.jar에는 Java 99이(가) 필요하지만 LiYing은 Java " + RUNNING + "에서 실행 중입니다. Java " + RUNNING
                                + "용으로 빌드하거나 Java를 업데이트하세요."));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void a_manifest_is_refused(PluginFile plugin, String english, String korean) throws Exception {
        PluginException refusal = refusal(plugin);

        assertThat(refusal.reason(Language.ENGLISH)).isEqualTo(english);
        assertThat(refusal.reason(Language.KOREAN)).isEqualTo(korean);
    }

    @ParameterizedTest
    @CsvSource({
        "io.liying.skill.core",
        "io.liying.runtime.api.host",
        "io.liying",
        "io.liying.api",
        "org.eclipse.osgi.internal.framework"
    })
    void an_inner_package_is_not_imported(String name) throws Exception {
        PluginException refusal = refusal(new PluginFile().header("Import-Package", "org.x;" + name + ";version=1"));

        assertThat(refusal.reason(Language.ENGLISH))
                .isEqualTo("dice.jar imports “" + name + "”, which is not open to plugins."
                        + " Use the packages that end in .api.");
        assertThat(refusal.reason(Language.KOREAN))
                .isEqualTo("dice.jar이(가) 가져오는 “" + name + "” 패키지는 플러그인에 공개되지 않았습니다. .api로 끝나는 패키지를 쓰세요.");
    }

    @Test
    void a_multi_release_manifest_imports_no_inner_package_either() throws Exception {
        PluginFile plugin = new PluginFile()
                .header("Multi-Release", "true")
                .with(
                        "META-INF/versions/9/OSGI-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\nImport-Package: io.liying.skill.core\n");

        assertThat(refusal(plugin).code()).isEqualTo("plugin.bundle.import");
    }

    @ParameterizedTest
    @CsvSource({
        "DynamicImport-Package, io.*, plugin.bundle.dynamic-import",
        "DynamicImport-Package, io.liying.skill.*, plugin.bundle.dynamic-import",
        "DynamicImport-Package, io.liying.skill.core, plugin.bundle.dynamic-import",
        "Eclipse-BuddyPolicy, global, plugin.bundle.dynamic-import",
        "Bundle-ClassPath, external:/opt/evil.jar, plugin.manifest.broken",
        "Require-Bundle, system.bundle, plugin.bundle.require",
        "Export-Package, java.util, plugin.bundle.export",
        "Export-Package, org.osgi.framework, plugin.bundle.export",
        "Provide-Capability, osgi.wiring.bundle, plugin.bundle.capability",
        "Bundle-RequiredExecutionEnvironment, JavaSE-99, plugin.java.too-new",
        "Bundle-SymbolicName, a b, plugin.bundle.name"
    })
    void other_ways_in_are_closed(String header, String value, String code) throws Exception {
        assertThat(refusal(new PluginFile().header(header, value)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "DynamicImport-Package, org.example.*",
        "DynamicImport-Package, io.liying.skill.api",
        "Require-Bundle, org.example.other",
        "Export-Package, org.example.dice",
        "Bundle-Activator, org.example.Activator",
        "Bundle-RequiredExecutionEnvironment, J2SE-1.5",
        "Bundle-SymbolicName, org.example.dice;singleton:=true"
    })
    void usual_headers_are_fine(String header, String value) throws Exception {
        Path file = new PluginFile().header(header, value).write(folder);

        assertThatCode(() -> reader.read(file)).doesNotThrowAnyException();
    }

    private PluginException refusal(PluginFile plugin) throws Exception {
        Path file = plugin.write(folder);
        PluginException refusal = catchThrowableOfType(PluginException.class, () -> reader.read(file));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
