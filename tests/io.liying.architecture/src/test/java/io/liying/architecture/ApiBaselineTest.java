package io.liying.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.Baseline.Info;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Compares the API bundles with the last released ones in {@code releng/api-baseline}: what plugins were compiled against
 * keeps working unless the package's version says otherwise. After a release, copy the new jars there.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiBaselineTest {

    private static final Path BASELINE = Bundles.home().resolve("releng/api-baseline");

    @Test
    void no_api_changed_more_than_its_version_says() throws Exception {
        List<String> mismatches = new ArrayList<>();
        for (Path folder : apis()) {
            Path before = BASELINE.resolve(folder.getFileName() + ".jar");
            if (Files.exists(before)) {
                compare(before, Bundles.jar(folder), mismatches);
            }
        }

        assertThat(mismatches).isEmpty();
    }

    @Test
    void every_api_has_a_baseline() {
        assertThat(apis())
                .allSatisfy(folder -> assertThat(BASELINE.resolve(folder.getFileName() + ".jar"))
                        .exists());
    }

    private static List<Path> apis() {
        return Bundles.folders().stream()
                .filter(folder -> folder.toString().endsWith(".api"))
                .toList();
    }

    private static void compare(Path before, Path after, List<String> mismatches) throws Exception {
        try (Jar older = new Jar(before.toFile());
                Jar newer = new Jar(after.toFile());
                Processor processor = new Processor()) {
            for (Info info : new Baseline(processor, new DiffPluginImpl()).baseline(newer, older, new Instructions())) {
                if (info.mismatch) {
                    mismatches.add("%s changed and needs version %s instead of %s"
                            .formatted(info.packageName, info.suggestedVersion, info.newerVersion));
                }
            }
        }
    }
}
