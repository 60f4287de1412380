package io.liying.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    private static final JavaClasses CLASSES = Bundles.classes();

    private static final DescribedPredicate<JavaClass> OF_LIYING = resideInAnyPackage("io.liying..");
    private static final DescribedPredicate<JavaClass> OF_AN_API = resideInAnyPackage("io.liying.*.api..");

    @Test
    void an_api_knows_the_jdk_and_other_apis_only() {
        classes()
                .that()
                .resideInAPackage("io.liying.*.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "javax.sql..", "io.liying.*.api..", "org.osgi.annotation..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void a_bundle_knows_only_the_apis_of_other_bundles() {
        for (Path folder : Bundles.folders()) {
            String name = folder.getFileName().toString();
            if (!name.endsWith(".ui")) { // the window's views share the workbench's theme and texts
                noClasses()
                        .that()
                        .resideInAPackage(name + "..")
                        .should()
                        .dependOnClassesThat(OF_LIYING
                                .and(DescribedPredicate.not(OF_AN_API))
                                .and(DescribedPredicate.not(resideInAnyPackage(name + ".."))))
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        }
    }

    @Test
    void bundles_have_no_cycles() {
        slices().matching("io.liying.(*).(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void widgets_are_used_by_the_window_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.liying.*.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.swt..", "org.eclipse.jface..", "org.eclipse.e4..")
                .check(CLASSES);
    }

    @Test
    void only_one_bundle_knows_h2_and_skills_without_own_tables_know_no_database() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.liying.storage.h2..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.h2..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.liying.skill..")
                .and()
                .resideOutsideOfPackages("io.liying.skill.notes..", "io.liying.skill.calendar..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(CLASSES);
    }

    @Test
    void nothing_is_printed_but_by_the_terminal_and_the_starter() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.liying.console..", "io.liying.runtime.core..", "io.liying.logging..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        Set<String> described = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            all.add(type.getPackageName());
            if (type.getSimpleName().equals("package-info")
                    && type.isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                described.add(type.getPackageName());
            }
        }
        all.removeIf(name -> name.endsWith(".ui")); // the Eclipse compiler of these bundles has no NullAway

        assertThat(described).containsAll(all);
    }

    @Test
    void only_api_bundles_export_packages() throws Exception {
        for (Path folder : Bundles.folders()) {
            String name = folder.getFileName().toString();
            if (!name.endsWith(".ui")) {
                try (JarFile jar = new JarFile(Bundles.jar(folder).toFile())) {
                    Manifest manifest = jar.getManifest();
                    String exported = manifest.getMainAttributes().getValue("Export-Package");
                    if (name.endsWith(".api")) {
                        assertThat(exported).as(name).startsWith(name + ";");
                    } else {
                        assertThat(exported).as(name).isNull();
                    }
                }
            }
        }
    }

    @Test
    void every_bundle_says_what_it_is() {
        List<Path> silent = Bundles.folders().stream()
                .filter(folder -> !Files.isRegularFile(folder.resolve("README.md")))
                .toList();

        assertThat(silent).isEmpty();
    }
}
