package io.liying.plugin.catalogue;

/**
 * What a server said to recognise the state of an index by; empty if it said nothing.
 *
 * @param etag of {@code If-None-Match}
 * @param modified of {@code If-Modified-Since}
 */
record Validators(String etag, String modified) {

    static final Validators NONE = new Validators("", "");
}
