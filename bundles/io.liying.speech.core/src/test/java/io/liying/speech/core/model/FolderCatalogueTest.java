package io.liying.speech.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.ModelCatalogue.Integrity;
import io.liying.speech.api.model.ModelCatalogue.Offer;
import io.liying.testkit.speech.TinyVosk;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FolderCatalogueTest {

    @TempDir
    private Path temp;

    private Path models;
    private Path mirror;
    private Path zip;

    @BeforeEach
    void pack() throws IOException {
        models = temp.resolve("models");
        mirror = Files.createDirectory(temp.resolve("mirror"));
        zip = mirror.resolve("tiny.zip");
        Path model = TinyVosk.model("en", temp);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.walk(model)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                out.putNextEntry(new ZipEntry("tiny/" + model.relativize(file)));
                Files.copy(file, out);
            }
        }
        index(Download.sha256(zip));
    }

    private void index(String sha256) throws IOException {
        Files.writeString(mirror.resolve("models.json"), """
                {"models": [{"id": "vosk-tiny-en", "engine": "vosk", "languages": ["en"], "megabytes": 1,
                 "memory_mb": 9, "licence": "Apache-2.0", "quality": "ours", "url": "https://a.example/tiny.zip",
                 "sha256": "%s"}]}""".formatted(sha256));
    }

    private FolderCatalogue catalogue() {
        return new FolderCatalogue(models, mirror.toString(), new ModelSums());
    }

    @Test
    void a_model_of_a_mirror_folder_is_installed_seen_and_removed() throws Exception {
        List<Long> progress = new ArrayList<>();

        catalogue().install("vosk-tiny-en", progress::add);

        assertThat(catalogue().offers())
                .singleElement()
                .extracting(Offer::installed)
                .isEqualTo(true);
        assertThat(new ModelFolders(models, List.of()).of("vosk"))
                .singleElement()
                .extracting(InstalledModel::id)
                .isEqualTo("vosk-tiny-en");
        assertThat(progress).isNotEmpty().endsWith(Files.size(zip));
        assertThat(catalogue().remove("vosk-tiny-en")).isTrue();
        assertThat(catalogue().remove("vosk-tiny-en")).isFalse();
        assertThat(models).isEmptyDirectory();
    }

    @Test
    void a_download_goes_on_where_it_ended() throws Exception {
        byte[] all = Files.readAllBytes(zip);
        List<String> ranges = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tiny.zip", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(range);
            int from = Integer.parseInt(range.replaceAll("\\D", ""));
            byte[] rest = Arrays.copyOfRange(all, from, all.length);
            exchange.sendResponseHeaders(206, rest.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(rest);
            }
        });
        server.start();
        Path part = temp.resolve("part");
        Files.write(part, Arrays.copyOf(all, 1000));

        Download.fetch("http://127.0.0.1:" + server.getAddress().getPort() + "/tiny.zip", part, bytes -> {});
        server.stop(0);

        assertThat(ranges).containsExactly("bytes=1000-");
        assertThat(part).hasBinaryContent(all);
    }

    @Test
    void a_download_that_is_not_what_the_index_says_is_refused() throws Exception {
        index("00".repeat(32));

        refused("model.checksum");
        assertThat(models).isEmptyDirectory();
    }

    @Test
    void an_archive_that_is_cut_short_or_holds_no_model_is_refused() throws Exception {
        index("");
        byte[] all = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(all, all.length - 500));
        refused("model.fetch");

        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write(new byte[600_000]);
            out.putNextEntry(new ZipEntry("noise"));
            byte[] noise = new byte[700_000];
            new java.util.Random(1).nextBytes(noise);
            out.write(noise);
        }
        refused("model.none");
        assertThat(catalogue().offers()).extracting(Offer::installed).containsExactly(false);
    }

    @Test
    void an_archive_cannot_write_outside_of_its_folder() throws Exception {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../../escaped.txt"));
            out.putNextEntry(new ZipEntry("am/final.mdl"));
        }

        assertThatThrownBy(() -> ModelArchive.unpack(zip, Files.createDirectories(temp.resolve("a/b"))))
                .hasMessage("the archive reaches out of its folder: ../../escaped.txt");
        assertThat(temp.resolve("escaped.txt")).doesNotExist();
    }

    @Test
    void an_installation_can_be_cancelled_and_leaves_nothing_half() throws Exception {
        assertThatThrownBy(() -> catalogue().install("vosk-tiny-en", bytes -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(catalogue().offers()).extracting(Offer::installed).containsExactly(false);
    }

    @Test
    void a_folder_is_imported_once() throws Exception {
        Path korean = TinyVosk.model("ko", temp);

        assertThat(catalogue().importFolder(korean)).isEqualTo("vosk-tiny-ko");
        assertThatThrownBy(() -> catalogue().importFolder(korean)).hasMessage("model.present{model=vosk-tiny-ko}");
        assertThatThrownBy(() -> catalogue().importFolder(mirror)).hasMessageStartingWith("model.none");
    }

    @Test
    void what_is_not_in_the_index_is_unknown_and_no_path() {
        assertThatThrownBy(() -> catalogue().install("../x", bytes -> {})).hasMessage("model.unknown{model=../x}");
        assertThat(catalogue().offers()).hasSize(1);
    }

    @Test
    void nothing_outside_of_the_folder_is_removed() throws Exception {
        assertThat(catalogue().remove("../mirror")).isFalse();
        assertThat(catalogue().remove("")).isFalse();
        assertThat(mirror).isNotEmptyDirectory();
    }

    @Test
    void without_a_mirror_models_come_from_their_makers() {
        assertThat(new FolderCatalogue(models, "", new ModelSums()).offers())
                .hasSize(7)
                .allSatisfy(offer -> assertThat(offer.source()).startsWith("https://alphacephei.com/vosk/models/"));
        assertThat(new FolderCatalogue(models, "http://mirror.example/m/", new ModelSums())
                        .offers()
                        .getFirst()
                        .source())
                .isEqualTo("http://mirror.example/m/vosk-model-small-cn-0.22.zip");
    }

    private void refused(String code) {
        assertThatThrownBy(() -> catalogue().install("vosk-tiny-en", bytes -> {}))
                .isInstanceOfSatisfying(
                        SpeechException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void a_model_whose_maker_publishes_no_checksum_gets_its_own_and_is_checked_against_it() throws Exception {
        index("");
        FolderCatalogue catalogue = catalogue();
        catalogue.install("vosk-tiny-en", bytes -> {});
        Path file = models.resolve("vosk-tiny-en/am/final.mdl");
        assertThat(catalogue.integrity("vosk-tiny-en")).isEqualTo(Integrity.WHOLE);
        assertThat(models.resolve("vosk-tiny-en/.liying-sha256"))
                .content()
                .contains(Download.sha256(file) + "  am/final.mdl\n");

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));

        assertThat(catalogue.integrity("vosk-tiny-en")).isEqualTo(Integrity.DAMAGED);
        InstalledModel damaged = new ModelFolders(models, List.of()).of("vosk").getFirst();
        assertThatThrownBy(() -> new ChildProbe(temp.resolve("passed"), Duration.ofSeconds(60), new ModelSums())
                        .check(damaged, List.of(), "none.Program", List.of()))
                .isInstanceOfSatisfying(SpeechException.class, problem -> {
                    assertThat(problem.code()).isEqualTo("model.damaged");
                    assertThat(problem.details()).isEqualTo(Map.of("model", "vosk-tiny-en", "files", "am/final.mdl"));
                });
    }

    @Test
    void an_imported_model_is_checked_too_and_what_nobody_installed_is_unknown() throws Exception {
        Files.createDirectories(models);
        TinyVosk.model("ko", models);
        FolderCatalogue catalogue = catalogue();

        String id = catalogue.importFolder(temp.resolve("vosk-tiny-en"));

        assertThat(catalogue.integrity(id)).isEqualTo(Integrity.WHOLE);
        assertThat(catalogue.integrity("vosk-tiny-ko")).isEqualTo(Integrity.UNKNOWN);
        assertThat(catalogue.integrity("none")).isEqualTo(Integrity.UNKNOWN);
        Files.delete(models.resolve(id).resolve("am/final.mdl"));
        assertThat(catalogue.integrity(id)).isEqualTo(Integrity.DAMAGED);
    }
}
