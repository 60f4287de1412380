package io.liying.plugin.api;

import java.time.Instant;
import java.util.List;

/**
 * A replaced version whose classes are still in memory.
 *
 * @param plugin its id
 * @param version its version
 * @param since when it was removed
 * @param holders what is known to hold it, such as {@code its own thread "poller"}: threads, context class loaders, thread
 *     locals, MBeans and shutdown hooks are looked at; where none of them does, the whole memory is searched for a chain
 *     such as {@code example.Cache.ENTRIES → java.util.ArrayList.elementData → …}; empty if nothing was found
 */
public record LeftOver(String plugin, String version, Instant since, List<String> holders) {

    public LeftOver {
        holders = List.copyOf(holders);
    }
}
