package io.liying.plugin.core.tool;

import java.io.IOException;
import java.util.List;

/** One command of {@code ./liying plugin}. A further one is added to the list in {@link PluginTool}. */
public interface Command {

    /** The word that chooses it, such as {@code sign}. */
    String name();

    /** How it is called, after its name, such as {@code FILE [--out FILE]}. */
    String usage();

    /** What it does, in a sentence in the reader's language. */
    String summary(Terminal terminal);

    /**
     * Runs it.
     *
     * @param arguments what follows its name
     * @throws ToolException with a reason for the person, if it cannot be done
     * @throws IOException if a file or the network fails and there is nothing better to say than the cause
     */
    void run(List<String> arguments, Terminal terminal) throws ToolException, IOException;
}
