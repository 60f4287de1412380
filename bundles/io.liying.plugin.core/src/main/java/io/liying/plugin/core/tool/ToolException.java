package io.liying.plugin.core.tool;

/** A command could not be carried out; the message is in the reader's language and says what to do. */
public final class ToolException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean usage;

    private ToolException(String reason, boolean usage) {
        super(reason);
        this.usage = usage;
    }

    /** The command was right, but it failed. */
    public static ToolException failed(String reason) {
        return new ToolException(reason, false);
    }

    /** The command was called wrongly. */
    public static ToolException misused(String reason) {
        return new ToolException(reason, true);
    }

    /** 1 if it failed, 2 if it was called wrongly. */
    public int exitCode() {
        return usage ? 2 : 1;
    }
}
