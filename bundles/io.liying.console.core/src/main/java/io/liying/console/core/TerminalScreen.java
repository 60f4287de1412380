package io.liying.console.core;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.completer.AggregateCompleter;
import org.jline.reader.impl.completer.ArgumentCompleter;
import org.jline.reader.impl.completer.NullCompleter;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp;

/** A terminal with line editing, history, completion and colours. */
final class TerminalScreen implements Screen {

    private final Terminal terminal;
    private final boolean colours;
    private final LineReader reader;

    /**
     * @param history the file that keeps the lines for the next time, or empty to forget them
     * @param commands to be completed
     * @param languages to be completed after {@code /language}
     */
    TerminalScreen(
            Terminal terminal, boolean colours, Optional<Path> history, List<String> commands, List<String> languages) {
        this.terminal = terminal;
        this.colours = colours;
        DefaultParser words = new DefaultParser();
        // Apostrophes and backslashes are part of what people say.
        words.setQuoteChars(new char[0]);
        words.setEscapeChars(new char[0]);
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("liying")
                .parser(words)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                .option(LineReader.Option.INSERT_TAB, false)
                .completer(new AggregateCompleter(
                        new ArgumentCompleter(
                                new StringsCompleter("/language"),
                                new StringsCompleter(languages),
                                NullCompleter.INSTANCE),
                        new ArgumentCompleter(new StringsCompleter(commands), NullCompleter.INSTANCE)));
        history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        reader = builder.build();
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public Input read(String prompt) {
        try {
            return new Input.Line(reader.readLine(styled(
                    prompt,
                    AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN).bold())));
        } catch (UserInterruptException cancelled) {
            return new Input.Cancelled();
        } catch (EndOfFileException end) {
            return new Input.End();
        }
    }

    @Override
    public void print(Tone tone, String text) {
        String shown = styled(Screen.harmless(text), style(tone));
        if (reader.isReading()) {
            reader.printAbove(AttributedString.fromAnsi(shown));
        } else {
            PrintWriter writer = terminal.writer();
            writer.println(shown);
            writer.flush();
        }
    }

    @Override
    public void stream(String piece) {
        terminal.writer().print(Screen.harmless(piece));
        terminal.writer().flush();
    }

    @Override
    public void endStream() {
        terminal.writer().println();
        terminal.writer().flush();
    }

    @Override
    public void ring() {
        terminal.puts(InfoCmp.Capability.bell);
        terminal.flush();
    }

    @Override
    public Busy busy(Runnable interrupt) {
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> interrupt.run());
        return () -> terminal.handle(Terminal.Signal.INT, before);
    }

    @Override
    public void close() {
        try {
            reader.getHistory().save();
            terminal.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("the lines of this conversation cannot be kept", failure);
        }
    }

    private String styled(String text, AttributedStyle style) {
        return colours ? new AttributedString(text, style).toAnsi(terminal) : text;
    }

    private static AttributedStyle style(Tone tone) {
        return switch (tone) {
            case ANSWER -> AttributedStyle.DEFAULT;
            case NOTICE -> AttributedStyle.BOLD.foreground(AttributedStyle.YELLOW);
            case PROBLEM -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
            case QUIET -> AttributedStyle.DEFAULT.faint();
        };
    }
}
