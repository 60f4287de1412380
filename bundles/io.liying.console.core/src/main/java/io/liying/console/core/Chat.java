package io.liying.console.core;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The program that talks with a running server from a terminal or a script. */
public final class Chat {

    private static final int SOME_FAILED = 1;
    private static final int UNREACHABLE = 3;

    private Chat() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws InterruptedException {
        AtomicReference<Texts> texts = new AtomicReference<>(Texts.ofMachine());
        ChatOptions options;
        try {
            options = ChatOptions.of(arguments, System.getenv(), texts.get());
        } catch (BackendException wrong) {
            Screens.problems().println(wrong.reason());
            return ExitCode.USAGE;
        }
        if (options.help()) {
            Screens.output().println(texts.get().text("usage"));
            return 0;
        }
        try (Backend backend = new RemoteBackend(options.url(), options.token(), texts::get);
                Screen screen = Screens.open(options.data())) {
            return new Dialogue(backend, screen, texts, ZoneId.systemDefault()).run() ? 0 : SOME_FAILED;
        } catch (BackendException unreachable) {
            Screens.problems().println(unreachable.reason());
            return UNREACHABLE;
        }
    }
}
