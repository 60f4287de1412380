package io.liying.http.rest.socket;

/** The parts of the sections {@code api} and {@code security} that sockets need; the server's bundle describes them. */
@interface SocketConfig {

    int max_body_bytes() default 1_048_576;

    int heartbeat_seconds() default 20;

    int socket_queue() default 512;

    int socket_max() default 2048;

    int socket_messages_per_second() default 200;
}
