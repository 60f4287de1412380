package io.liying.http.api;

import java.util.Map;

/** An error to answer as an RFC 9457 problem document. */
public final class ProblemException extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient Map<String, Object> members;

    /**
     * @param status the HTTP status
     * @param code stable, such as {@code session.unknown}
     * @param detail what is wrong, with which thing and what to do, in the request's language
     */
    public ProblemException(int status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    /** @param members further members of the document, for programs: JSON values as in {@link Response.Json} */
    public ProblemException(int status, String code, String detail, Map<String, Object> members) {
        super(detail);
        this.status = status;
        this.code = code;
        this.members = Map.copyOf(members);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Further members of the document, none of which has a name that the standard or LiYing gives. */
    public Map<String, Object> members() {
        return members;
    }
}
