package io.liying.http.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code api} of the configuration; also read by the doors that are bundles of their own. */
@ObjectClassDefinition(id = "io.liying.api", name = "API", description = "Where and how the server listens.")
@interface ApiConfig {

    @AttributeDefinition(
            name = "Host",
            description = "Address to listen on. 127.0.0.1 is this machine only; 0.0.0.0 is every network, then remote"
                    + " clients need a token.")
    String host() default "127.0.0.1";

    @AttributeDefinition(
            name = "Port",
            description = "Port to listen on; 0 for any free one.",
            min = "0",
            max = "65535")
    int port() default 8000;

    @AttributeDefinition(
            name = "Largest body",
            description = "Bytes that a request's body or a socket's message may have.",
            min = "1024",
            max = "1073741824")
    int max_body_bytes() default 1_048_576;

    @AttributeDefinition(
            name = "Largest header",
            description = "Bytes that a request's line and headers may have together.",
            min = "1024",
            max = "1048576")
    int max_header_bytes() default 16_384;

    @AttributeDefinition(
            name = "Connections",
            description = "Connections that may be open at once; further ones wait to be accepted.",
            min = "1",
            max = "1000000")
    int max_connections() default 4096;

    @AttributeDefinition(
            name = "Idle seconds",
            description = "A connection on which nothing happens for so long is closed.",
            min = "1",
            max = "3600")
    int idle_seconds() default 60;

    @AttributeDefinition(
            name = "Body seconds",
            description = "A request's body must have arrived within this time.",
            min = "1",
            max = "3600")
    int body_seconds() default 15;

    @AttributeDefinition(
            name = "Heartbeat seconds",
            description = "How often an open socket or event stream gets a sign of life.",
            min = "1",
            max = "600")
    int heartbeat_seconds() default 20;

    @AttributeDefinition(
            name = "Waiting socket messages",
            description = "Messages that may wait for a slow client before its socket is closed with code 1013.",
            min = "8",
            max = "100000")
    int socket_queue() default 512;

    @AttributeDefinition(
            name = "Sockets",
            description = "Sockets that may be open at once; a further one is closed with code 1013.",
            min = "1",
            max = "1000000")
    int socket_max() default 2048;
}
