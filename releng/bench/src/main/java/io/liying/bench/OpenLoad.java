package io.liying.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends turns at a fixed rate whether or not the server keeps up. A latency counts from the moment at which the turn was
 * due, so that a server that stalls cannot hide the turns that it kept from being sent (no coordinated omission).
 */
final class OpenLoad implements AutoCloseable {

    /** What is said to one skill, and how its answers are known. */
    interface Talk {

        /** The body of a request. */
        String body(long number, @Nullable String session);

        /** A number of zero or more that the right answer carries, {@link #WRONG} for any other answer. */
        int tag(long number, String text);
    }

    /** A turn; times are those of {@link System#nanoTime()}. */
    record Turn(int talk, long due, long done, int tag) {

        boolean good() {
            return tag >= 0;
        }

        double millis() {
            return (done - due) / 1e6;
        }
    }

    static final int WRONG = -1;
    static final int LOST = -2;

    private final URI server;
    private final List<Talk> talks;
    private final long begin = System.nanoTime();
    private final double intervalNanos;
    private final List<Thread> threads = new ArrayList<>();
    private final List<List<Turn>> turns = new ArrayList<>();
    private final AtomicInteger newest = new AtomicInteger(-1);
    private final List<String> surprises = new ArrayList<>();
    private volatile boolean end;

    /** @param connections a multiple of the number of talks, so that a connection keeps to one of them */
    OpenLoad(URI server, double perSecond, int connections, List<? extends Talk> talks) {
        this.server = server;
        this.talks = List.copyOf(talks);
        this.intervalNanos = 1e9 / perSecond;
        for (int connection = 0; connection < connections; connection++) {
            int first = connection;
            List<Turn> own = new ArrayList<>();
            turns.add(own);
            threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("load-" + connection)
                    .unstarted(() -> new Connection(first % talks.size(), own).run(first, connections)));
        }
        threads.forEach(Thread::start);
    }

    /** The highest tag that an answer of the first talk has carried so far. */
    int newest() {
        return newest.get();
    }

    /** Ends the load; returns its turns in the order in which they were due. */
    List<Turn> end() throws InterruptedException {
        end = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
            thread.join();
        }
        return turns.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Turn::due))
                .toList();
    }

    /** Some of the answers that were wrong, and some of the reasons for which turns were lost. */
    List<String> surprises() {
        synchronized (surprises) {
            return List.copyOf(surprises);
        }
    }

    private void surprise(String what) {
        synchronized (surprises) {
            if (surprises.size() < 8 && !surprises.contains(what)) {
                surprises.add(what);
            }
        }
    }

    @Override
    public void close() {
        end = true;
        threads.forEach(LockSupport::unpark);
    }

    /** One connection with one turn after another; it is opened again when it broke. */
    private final class Connection {

        private final int talk;
        private final List<Turn> own;
        private @Nullable Socket socket;
        private HttpLoad.@Nullable Reader reader;
        private @Nullable String session;

        Connection(int talk, List<Turn> own) {
            this.talk = talk;
            this.own = own;
        }

        void run(int first, int step) {
            for (long number = first; ; number += step) {
                long due = begin + (long) (number * intervalNanos);
                for (long left = due - System.nanoTime(); left > 0 && !end; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                if (end) {
                    disconnect();
                    return;
                }
                int tag = turn(number);
                own.add(new Turn(talk, due, System.nanoTime(), tag));
                if (talk == 0) {
                    newest.accumulateAndGet(tag, Math::max);
                }
            }
        }

        private int turn(long number) {
            try {
                Socket connected = connected();
                OutputStream output = connected.getOutputStream();
                output.write(HttpLoad.request(server, talks.get(talk).body(number, session)));
                HttpLoad.Reader answers = reader;
                int status = answers == null ? 0 : answers.read();
                String body = answers == null ? "" : answers.lastBody();
                if (session == null) {
                    session = member(body, "session_id");
                }
                int tag = status == 200 ? talks.get(talk).tag(number, String.valueOf(member(body, "text"))) : WRONG;
                if (tag == WRONG) {
                    surprise(status + " " + body.substring(0, Math.min(160, body.length())));
                }
                return tag;
            } catch (IOException lost) {
                surprise(lost.toString());
                disconnect();
                return LOST;
            }
        }

        private Socket connected() throws IOException {
            Socket open = socket;
            if (open == null) {
                open = new Socket(InetAddress.getByName(server.getHost()), server.getPort());
                open.setTcpNoDelay(true);
                open.setSoTimeout(30_000);
                socket = open;
                reader = new HttpLoad.Reader(open.getInputStream());
            }
            return open;
        }

        private void disconnect() {
            Socket open = socket;
            socket = null;
            if (open != null) {
                try {
                    open.close();
                } catch (IOException broken) {
                    surprise(broken.toString());
                }
            }
        }
    }

    /** The first member of that name whose value is a string; enough for answers whose form is known. */
    static @Nullable String member(String json, String name) {
        String key = "\"" + name + "\":\"";
        int begin = json.indexOf(key);
        int end = begin < 0 ? -1 : json.indexOf('"', begin + key.length());
        return end < 0 ? null : json.substring(begin + key.length(), end);
    }
}
