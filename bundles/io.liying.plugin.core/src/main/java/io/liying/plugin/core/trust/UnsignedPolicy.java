package io.liying.plugin.core.trust;

/** What is done with a plugin that nobody trusted vouches for, or that uses more than it asked for. */
public enum UnsignedPolicy {
    /** It is taken as it is. */
    ALLOW,
    /** A person must approve it. */
    ASK,
    /** It is refused. */
    DENY
}
