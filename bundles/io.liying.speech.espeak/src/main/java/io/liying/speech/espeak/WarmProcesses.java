package io.liying.speech.espeak;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/**
 * Processes that have loaded their voice and wait for a text. Each is used once: a process that is killed in the middle of a
 * sentence harms no other. Safe for use by many threads.
 */
final class WarmProcesses {

    private record Waiting(List<String> command, Process process) {}

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final int most;
    private boolean closed;

    /** @param most how many may wait at once; the one that was started first gives way */
    WarmProcesses(int most) {
        this.most = most;
    }

    /** A process that nobody else uses. */
    Process take(List<String> command) throws IOException {
        synchronized (waiting) {
            for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
                Waiting one = all.next();
                if (one.command().equals(command)) {
                    all.remove();
                    if (one.process().isAlive()) {
                        return one.process();
                    }
                }
            }
        }
        return start(command);
    }

    /** Starts a process that waits for the next text, unless there is one. */
    void warm(List<String> command) throws IOException {
        synchronized (waiting) {
            if (closed
                    || most == 0
                    || waiting.stream().anyMatch(one -> one.command().equals(command))) {
                return;
            }
            waiting.addLast(new Waiting(command, start(command)));
            if (waiting.size() > most) {
                waiting.removeFirst().process().destroyForcibly();
            }
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    int count() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    void close() {
        synchronized (waiting) {
            closed = true;
            waiting.forEach(one -> one.process().destroyForcibly());
            waiting.clear();
        }
    }
}
