package io.liying.speech.wyoming;

import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.voice.SpeechSynthesis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets Wyoming clients in, once a port is configured. */
@Component(service = WyomingServer.class, immediate = true, configurationPid = "io.liying.api")
@Designate(ocd = WyomingConfig.class)
public final class WyomingServer implements Senses {

    private static final Logger log = LoggerFactory.getLogger(WyomingServer.class);

    private final AtomicReference<@Nullable SpeechRecognition> ears = new AtomicReference<>();
    private final AtomicReference<@Nullable SpeechSynthesis> voice = new AtomicReference<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final int most;
    private final Optional<ServerSocket> door;

    @Activate
    public WyomingServer(WyomingConfig config) throws IOException {
        this(config.wyoming_host(), config.wyoming_port(), config.wyoming_connections(), config.wyoming_port() > 0);
    }

    WyomingServer(String host, int port, int most, boolean open) throws IOException {
        this.most = most;
        this.door = open ? Optional.of(new ServerSocket(port, 16, InetAddress.getByName(host))) : Optional.empty();
        door.ifPresent(listening -> {
            Thread.ofVirtual().name("wyoming").start(() -> accept(listening));
            log.info("Wyoming clients may connect to {}", listening.getLocalSocketAddress());
        });
    }

    int port() {
        return door.map(ServerSocket::getLocalPort).orElse(0);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setEars(SpeechRecognition found) {
        ears.set(found);
    }

    void unsetEars(SpeechRecognition gone) {
        ears.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setVoice(SpeechSynthesis found) {
        voice.set(found);
    }

    void unsetVoice(SpeechSynthesis gone) {
        voice.compareAndSet(gone, null);
    }

    @Override
    public Optional<SpeechRecognition> ears() {
        return Optional.ofNullable(ears.get());
    }

    @Override
    public Optional<SpeechSynthesis> voice() {
        return Optional.ofNullable(voice.get());
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (clients.size() >= most) {
                    client.close();
                } else {
                    clients.add(client);
                    Thread.ofVirtual().name("wyoming-client").start(() -> serve(client));
                }
            } catch (IOException closed) {
                log.debug("No more Wyoming clients", closed);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            new WyomingConnection(client, this).serve();
        } catch (IOException broken) {
            log.debug("A Wyoming client is gone or says what the protocol does not know", broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(client);
        }
    }

    @Deactivate
    void close() throws IOException {
        if (door.isPresent()) {
            door.get().close();
        }
        for (Socket client : clients) {
            client.close();
        }
    }
}
