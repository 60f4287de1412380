package io.liying.http.rest;

/** The part of the section {@code api} that event streams need; the server's bundle describes the section. */
@interface HeartbeatConfig {

    int heartbeat_seconds() default 20;
}
