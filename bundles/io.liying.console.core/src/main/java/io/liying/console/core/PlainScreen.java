package io.liying.console.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;

/** For scripts: a line in, an answer out, problems to the error output. */
final class PlainScreen implements Screen {

    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream problems;

    PlainScreen(Reader in, PrintStream out, PrintStream problems) {
        this.in = new BufferedReader(in);
        this.out = out;
        this.problems = problems;
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public Input read(String prompt) {
        try {
            String line = in.readLine();
            return line == null ? new Input.End() : new Input.Line(line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void print(Tone tone, String text) {
        PrintStream stream = tone == Tone.PROBLEM ? problems : out;
        stream.println(Screen.harmless(text));
        stream.flush();
    }

    @Override
    public void stream(String piece) {}

    @Override
    public void endStream() {}

    @Override
    public void ring() {}

    @Override
    public Busy busy(Runnable interrupt) {
        return () -> {};
    }

    @Override
    public void close() {
        out.flush();
    }
}
