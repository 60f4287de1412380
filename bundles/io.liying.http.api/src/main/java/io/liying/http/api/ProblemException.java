package io.liying.http.api;

/** An error to answer as an RFC 9457 problem document. */
public final class ProblemException extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    /**
     * @param status the HTTP status
     * @param code stable, such as {@code session.unknown}
     * @param detail what is wrong, with which thing and what to do, in the request's language
     */
    public ProblemException(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
