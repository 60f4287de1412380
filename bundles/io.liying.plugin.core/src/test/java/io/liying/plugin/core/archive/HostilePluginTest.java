package io.liying.plugin.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.plugin.api.PluginException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostilePluginTest {

    private static final ArchiveLimits SMALL = new ArchiveLimits(1 << 20, 4 << 20, 40, 3 << 20, 200, 4 << 10);

    @TempDir
    Path folder;

    static Stream<Arguments> archives() {
        byte[] valid = new PluginFile().bytes();
        return Stream.of(
                arguments(
                        "plugin.zip.not-a-zip",
                        "hello".getBytes(StandardCharsets.UTF_8),
                        "dice.jar is not a jar or .lyp file. Choose the file that the build of the plugin made.",
                        "dice.jar은(는) jar나 .lyp 파일이 아닙니다. 플러그인을 빌드해서 만든 파일을 선택하세요."),
                arguments(
                        "plugin.zip.cut-short",
                        Arrays.copyOf(valid, valid.length - 30),
                        "dice.jar is incomplete: its end is missing. Copy or download it again.",
                        "dice.jar 파일의 끝부분이 없어 불완전합니다. 다시 복사하거나 내려받으세요."),
                arguments(
                        "plugin.zip.damaged",
                        damaged(),
                        "“data.bin” in dice.jar is damaged. Copy or download the file again.",
                        "dice.jar 안의 “data.bin” 항목이 손상되었습니다. 파일을 다시 복사하거나 내려받으세요."),
                arguments(
                        "plugin.zip.mismatch",
                        renamed("safe.txt", "evil.txt", false),
                        "dice.jar contradicts itself at “safe.txt”: its table of contents does not match what follows."
                                + " Build it again with a usual tool, such as jar or Maven.",
                        "dice.jar 파일의 목차가 “safe.txt” 부분에서 실제 내용과 맞지 않습니다. jar나 Maven 같은 일반적인 도구로 다시" + " 빌드하세요."),
                arguments(
                        "plugin.zip.bomb",
                        new PluginFile().with("zeros", new byte[2 << 20]).bytes(),
                        "“zeros” in dice.jar unpacks to more than 200 times its size, as a zip bomb does."
                                + " If you trust its author, ask for a plain file.",
                        "dice.jar 안의 “zeros” 항목은 풀면 크기가 200배를 넘어 압축 폭탄으로 보입니다."
                                + " 믿을 수 있는 제작자라면 일반적으로 압축한 파일을 요청하세요."),
                arguments(
                        "plugin.zip.bomb",
                        new PluginFile()
                                .with(
                                        "lib.jar",
                                        new PluginFile()
                                                .with("zeros", new byte[2 << 20])
                                                .bytes())
                                .bytes(),
                        "“zeros” in dice.jar!/lib.jar unpacks to more than 200 times its size, as a zip bomb does."
                                + " If you trust its author, ask for a plain file.",
                        "dice.jar!/lib.jar 안의 “zeros” 항목은 풀면 크기가 200배를 넘어 압축 폭탄으로 보입니다."
                                + " 믿을 수 있는 제작자라면 일반적으로 압축한 파일을 요청하세요."),
                arguments(
                        "plugin.zip.unpacked",
                        texts(8),
                        "dice.jar unpacks to more than 4 MB, the most a plugin may have. Leave out what it does not need.",
                        "dice.jar 파일을 풀면 플러그인의 최대 크기인 4MB를 넘습니다. 필요 없는 내용을 빼세요."),
                arguments(
                        "plugin.zip.entries",
                        texts(60),
                        "dice.jar has more than 40 entries, the most a plugin may have. Leave out what it does not need.",
                        "dice.jar 파일의 항목이 플러그인의 최대 개수인 40개를 넘습니다. 필요 없는 내용을 빼세요."),
                arguments(
                        "plugin.file.too-large",
                        new byte[(1 << 20) + 1],
                        "dice.jar is larger than 1 MB, the most a plugin may be. Leave out what it does not need.",
                        "dice.jar 파일이 플러그인의 최대 크기인 1MB보다 큽니다. 필요 없는 내용을 빼세요."),
                path("../evil"),
                path("/evil"),
                path("a\\evil"),
                path("C:/evil"),
                path("a//evil"),
                arguments(
                        "plugin.entry.path",
                        renamed("evi0.txt", "evi\0.txt", true),
                        "dice.jar has an entry whose path is not allowed: “evi?.txt”. Paths must be relative, with forward"
                                + " slashes and without “..”.",
                        "dice.jar 안에 허용되지 않는 경로가 있습니다: “evi?.txt”. 경로는 “..” 없이 슬래시(/)를 쓴 상대 경로여야 합니다."),
                duplicate("meta-inf/manifest.mf"),
                duplicate("liying-inf/PLUGIN.JSON"),
                arguments(
                        "plugin.entry.duplicate",
                        renamed("evil.txt", "safe.txt", true),
                        "dice.jar has “safe.txt” twice. Build it again so that every entry is there once.",
                        "dice.jar 안에 “safe.txt” 항목이 두 번 있습니다. 모든 항목이 한 번씩만 들어가도록 다시 빌드하세요."),
                arguments(
                        "plugin.descriptor.missing",
                        new PluginFile().without(PluginFile.DESCRIPTOR).bytes(),
                        "dice.jar is not a plugin: it has neither LIYING-INF/plugin.json nor plugin.json."
                                + " Add the description.",
                        "dice.jar은(는) 플러그인이 아닙니다. LIYING-INF/plugin.json도 plugin.json도 없습니다. 설명 파일을 넣으세요."),
                arguments(
                        "plugin.descriptor.two",
                        new PluginFile().with("plugin.json", "{}").bytes(),
                        "dice.jar has both LIYING-INF/plugin.json and plugin.json. Keep the first in a jar, the second in a"
                                + " .lyp.",
                        "dice.jar 안에 LIYING-INF/plugin.json과 plugin.json이 모두 있습니다. jar에는 앞의 것만, .lyp에는 뒤의 것만"
                                + " 두세요."),
                arguments(
                        "plugin.class.broken",
                        new PluginFile().with("a/B.class", "no class").bytes(),
                        "“a/B.class” in dice.jar is not a Java class. Build the plugin again.",
                        "dice.jar 안의 “a/B.class” 항목은 Java 클래스가 아닙니다. 플러그인을 다시 빌드하세요."),
                arguments(
                        "plugin.bundle.missing",
                        PluginFile.lyp(new PluginFile(), Map.of(), "[\"a.jar\"]"),
                        "dice.jar lists the bundle “a.jar” but does not contain it. Add the jar or remove it from “bundles”.",
                        "dice.jar의 목록에 있는 “a.jar” 번들이 파일 안에 없습니다. jar를 넣거나 “bundles”에서 빼세요."),
                arguments(
                        "plugin.bundle.twice",
                        PluginFile.lyp(
                                new PluginFile(), Map.of("a.jar", valid, "b.jar", valid), "[\"a.jar\", \"b.jar\"]"),
                        "dice.jar contains two bundles named “org.example.dice”. Keep one of them.",
                        "dice.jar 안에 이름이 “org.example.dice”인 번들이 두 개 있습니다. 하나만 남기세요."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void is_refused_with_what_is_wrong_and_what_to_do(String code, byte[] bytes, String english, String korean)
            throws Exception {
        PluginException refusal = refusal(bytes);

        assertThat(refusal.reason(Language.ENGLISH)).isEqualTo(english);
        assertThat(refusal.reason(Language.KOREAN)).isEqualTo(korean);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.reasons()).hasSize(Language.values().length);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("dice.jar"));
        }
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        ArchiveReader reader = new ArchiveReader(SMALL, new MessageFiles());

        PluginException refusal =
                catchThrowableOfType(PluginException.class, () -> reader.read(folder.resolve("none.jar")));

        assertThat(refusal.reason(Language.ENGLISH))
                .isEqualTo("none.jar cannot be read. Check that the file is there and that LiYing may read it.");
        assertThat(refusal.reason(Language.KOREAN))
                .isEqualTo("none.jar 파일을 읽을 수 없습니다. 파일이 있는지, LiYing에 읽기 권한이 있는지 확인하세요.");
    }

    @Test
    void what_lies_before_or_between_entries_is_refused() throws Exception {
        byte[] valid = new PluginFile().bytes();
        ByteArrayOutputStream prefixed = new ByteArrayOutputStream();
        prefixed.write(new byte[] {'P', 'K', 3, 4});
        prefixed.write(valid);

        assertThat(refusal(prefixed.toByteArray()).code()).isEqualTo("plugin.zip.mismatch");
    }

    @Test
    void a_size_in_the_headers_is_not_believed() throws Exception {
        byte[] bytes = new PluginFile().with("zeros", new byte[2 << 20]).bytes();
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bytes.length - 4; i++) {
            if (zip.getInt(i) == 2 << 20) {
                zip.putInt(i, 10);
            }
        }

        assertThat(refusal(bytes).code()).isEqualTo("plugin.zip.bomb");
    }

    private PluginException refusal(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("dice.jar"), bytes);
        ArchiveReader reader = new ArchiveReader(SMALL, new MessageFiles());
        PluginException refusal = catchThrowableOfType(PluginException.class, () -> reader.read(file));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static Arguments path(String path) {
        return arguments(
                "plugin.entry.path",
                new PluginFile().with(path, "x").bytes(),
                "dice.jar has an entry whose path is not allowed: “" + path + "”. Paths must be relative, with forward"
                        + " slashes and without “..”.",
                "dice.jar 안에 허용되지 않는 경로가 있습니다: “" + path + "”. 경로는 “..” 없이 슬래시(/)를 쓴 상대 경로여야 합니다.");
    }

    private static Arguments duplicate(String path) {
        return arguments(
                "plugin.entry.duplicate",
                new PluginFile().with(path, "x").bytes(),
                "dice.jar has “" + path + "” twice. Build it again so that every entry is there once.",
                "dice.jar 안에 “" + path + "” 항목이 두 번 있습니다. 모든 항목이 한 번씩만 들어가도록 다시 빌드하세요.");
    }

    private static byte[] texts(int count) {
        PluginFile file = new PluginFile();
        byte[] text = new byte[768 << 10];
        for (int i = 0; i < count; i++) {
            file.with("text" + i, count > 40 ? new byte[1] : text);
        }
        return file.bytes();
    }

    private static byte[] damaged() {
        byte[] data = new byte[5000];
        new java.util.Random(1).nextBytes(data);
        byte[] bytes = new PluginFile().with("data.bin", data).bytes();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("data.bin");
        bytes[at + 2000] ^= 1;
        return bytes;
    }

    /** Overwrites a name in the headers before the data, and in the table of contents too if everywhere. */
    private static byte[] renamed(String name, String other, boolean everywhere) {
        byte[] bytes = new PluginFile()
                .with("safe.txt", "safe")
                .with("evil.txt", "evil")
                .with("evi0.txt", "0")
                .bytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String renamed = everywhere ? text.replace(name, other) : text.replaceFirst(name, other);
        return renamed.getBytes(StandardCharsets.ISO_8859_1);
    }
}
