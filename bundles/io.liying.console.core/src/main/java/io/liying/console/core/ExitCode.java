package io.liying.console.core;

import java.io.IOException;
import java.io.PrintStream;

/** The exit codes of the programs that ask a running server. */
final class ExitCode {

    static final int DONE = 0;

    /** The server said no. */
    static final int REFUSED = 1;

    /** A wrong command, or no server. */
    static final int USAGE = 2;

    private ExitCode() {}

    /** What a program does, and the code with which it ends. */
    @FunctionalInterface
    interface Program {
        int run() throws BackendException, RestServer.Refused, IOException, InterruptedException;
    }

    /** The code of a program; what it could not do is told. */
    static int of(Program program, PrintStream problems) throws IOException, InterruptedException {
        try {
            return program.run();
        } catch (RestServer.Refused refused) {
            problems.println(Screen.harmless(refused.reason()));
            return REFUSED;
        } catch (BackendException wrong) {
            problems.println(Screen.harmless(wrong.reason()));
            return USAGE;
        }
    }
}
