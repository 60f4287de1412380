package io.liying.plugin.core.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A heap dump of this JVM, searched for who holds the classes of a jar. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HolderSearchTest {

    /** What a careless cache of another bundle would be. */
    private static final Map<String, List<Object>> CACHE = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        CACHE.clear();
    }

    @Test
    void a_cache_in_a_static_field_is_named() throws Exception {
        WeakReference<ClassLoader> loader = cached();

        Optional<String> holder = new HolderSearch(folder.resolve("dumps")).holder(loader);

        assertThat(holder.orElseThrow())
                .startsWith("io.liying.plugin.core.life.HolderSearchTest.CACHE → "
                        + "java.util.concurrent.ConcurrentHashMap.table → ")
                .endsWith(" → java.util.ArrayList.elementData → java.lang.Object[] → example.litter.Litter");
        assertThat(folder.resolve("dumps")).isEmptyDirectory();
    }

    @Test
    void a_loader_that_is_gone_is_held_by_nobody() throws Exception {
        WeakReference<ClassLoader> loader = cached();
        CACHE.clear();

        assertThat(new HolderSearch(folder.resolve("dumps")).holder(loader)).isEmpty();
        assertThat(loader.refersTo(null)).isTrue();
    }

    private WeakReference<ClassLoader> cached() throws Exception {
        URLClassLoader loader =
                Compiled.load(folder, Map.of("Litter", "package example.litter; public final class Litter {}"));
        Object litter = Compiled.create(loader, "Litter");
        CACHE.computeIfAbsent("litter", key -> new ArrayList<>()).add(litter);
        loader.close();
        return new WeakReference<>(loader);
    }
}
