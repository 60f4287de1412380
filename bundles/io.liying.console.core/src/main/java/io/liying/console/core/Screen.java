package io.liying.console.core;

/** Where the person reads and writes. */
interface Screen extends AutoCloseable {

    /** What a line is. */
    enum Tone {
        ANSWER,
        NOTICE,
        PROBLEM,
        QUIET
    }

    /** What the person did at the prompt. */
    sealed interface Input {
        /** Wrote a line. */
        record Line(String text) implements Input {}

        /** Gave up the line with Ctrl-C. */
        record Cancelled() implements Input {}

        /** Has nothing more to say: Ctrl-D, or the end of the file. */
        record End() implements Input {}
    }

    /** Whether a person sits there, who sees answers grow and can be asked. */
    boolean interactive();

    /** Waits for the person. */
    Input read(String prompt);

    /** Shows one or more whole lines; while the person is writing, above the prompt. */
    void print(Tone tone, String text);

    /** Shows a piece of an answer that is still growing; an empty piece does nothing. */
    void stream(String piece);

    /** Ends the line of a grown answer. */
    void endStream();

    /** Rings. */
    void ring();

    /**
     * Lets Ctrl-C mean something else than the end of the program.
     *
     * @return ends it
     */
    Busy busy(Runnable interrupt);

    @Override
    void close();

    /** A time in which Ctrl-C interrupts a turn. */
    interface Busy extends AutoCloseable {
        @Override
        void close();
    }

    /** Takes out characters that would command a terminal, all but line ends and tabs. */
    static String harmless(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> character == '\n' || character == '\t' || !Character.isISOControl(character))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
