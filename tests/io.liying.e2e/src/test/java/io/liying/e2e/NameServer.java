package io.liying.e2e;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.StringJoiner;

/** A name server (RFC 1035) that knows no name and writes down each one that it is asked for. A program of its own. */
final class NameServer {

    private static final int PORT = 53;
    private static final int HEADER = 12;
    private static final int NO_SUCH_NAME = 3;

    private NameServer() {}

    /** @param arguments the file to which the names go, one a line */
    public static void main(String[] arguments) throws Exception {
        Path names = Path.of(arguments[0]);
        try (DatagramSocket socket = new DatagramSocket(PORT, InetAddress.getByName("127.0.0.1"))) {
            Files.createFile(names);
            DatagramPacket packet = new DatagramPacket(new byte[512], 512);
            while (true) {
                packet.setLength(512);
                socket.receive(packet);
                byte[] query = packet.getData();
                Files.writeString(names, name(query) + "\n", StandardOpenOption.APPEND);
                query[2] |= (byte) 0x80;
                query[3] = (byte) (0x80 | NO_SUCH_NAME);
                socket.send(packet);
            }
        }
    }

    private static String name(byte[] query) {
        StringJoiner name = new StringJoiner(".");
        for (int at = HEADER; query[at] != 0; at += query[at] + 1) {
            name.add(new String(query, at + 1, query[at], StandardCharsets.US_ASCII));
        }
        return name.toString();
    }
}
