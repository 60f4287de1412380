package io.liying.http.core.gate;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code security} of the configuration; also read by the doors that are bundles of their own. */
@ObjectClassDefinition(id = "io.liying.security", name = "Security", description = "Who may use the server, how much.")
@interface SecurityConfig {

    @AttributeDefinition(
            name = "Allowed hosts",
            description = "Names besides localhost and the listening address by which browsers may reach the server,"
                    + " without port, such as liying.example.org.")
    String[] allowed_hosts() default {};

    @AttributeDefinition(
            name = "Allowed origins",
            description = "Other web pages that may call the server, such as https://intranet.example.org.")
    String[] allowed_origins() default {};

    @AttributeDefinition(
            name = "Remote requests a minute",
            description = "Requests that one remote client may send in a minute.",
            min = "1",
            max = "1000000")
    int rate_per_minute() default 100;

    @AttributeDefinition(
            name = "Local requests a minute",
            description = "Requests that this machine itself may send in a minute; 0 for any number.",
            min = "0",
            max = "100000000")
    int local_rate_per_minute() default 0;

    @AttributeDefinition(
            name = "Concurrent requests",
            description = "Requests that may be in work at once; a further one is answered with 503.",
            min = "1",
            max = "1000000")
    int concurrent_requests() default 1000;

    @AttributeDefinition(
            name = "Socket messages a second",
            description = "Messages that one socket may send in a second before it is closed with code 1008; 0 for any"
                    + " number.",
            min = "0",
            max = "1000000")
    int socket_messages_per_second() default 200;
}
