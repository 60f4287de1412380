package io.liying.security.api;

/**
 * Who asks.
 *
 * @param id stable; {@link #OWNER} for whoever sits at the machine
 * @param administrator whether more than chatting is allowed
 */
public record Person(String id, boolean administrator) {

    /** The id of the person at the machine itself. */
    public static final String OWNER = "owner";
}
