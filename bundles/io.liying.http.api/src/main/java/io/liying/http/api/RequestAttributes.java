package io.liying.http.api;

/**
 * What the server has found out about a request before a servlet sees it: names of request attributes, for doors that
 * are servlets of their own instead of {@link Resource}s.
 */
public final class RequestAttributes {

    /**
     * The {@link io.liying.security.api.Person} who asks, with an empty id for a remote client that has shown no token.
     * A request without this attribute has not passed the security checks and must be refused.
     */
    public static final String PERSON = "io.liying.http.person";

    /** The {@link io.liying.i18n.api.Language} for answers and errors. */
    public static final String LANGUAGE = "io.liying.http.language";

    private RequestAttributes() {}
}
