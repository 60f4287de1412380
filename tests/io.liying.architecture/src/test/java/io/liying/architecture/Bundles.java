package io.liying.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bundles of the repository as they were just built. */
final class Bundles {

    private static final Path HOME = Path.of(System.getProperty("liying.home"));

    private Bundles() {}

    static Path home() {
        return HOME;
    }

    /** The folders of the bundles, in the order of their names. */
    static List<Path> folders() {
        try (Stream<Path> folders = Files.list(HOME.resolve("bundles"))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("io.liying."))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException("the bundles cannot be listed", failure);
        }
    }

    static JavaClasses classes() {
        List<Path> classes = folders().stream()
                .map(folder -> folder.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> location.contains("/io/liying/"))
                .importPaths(classes);
    }

    /** The jar that the build made of a bundle. */
    static Path jar(Path folder) {
        String name = folder.getFileName().toString();
        try (Stream<Path> files = Files.list(folder.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "-")
                            && file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(name + " has no jar"));
        } catch (IOException failure) {
            throw new IllegalStateException(name + " is not built", failure);
        }
    }
}
