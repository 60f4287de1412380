package io.liying.conversation.api;

/** A turn was not accepted. The message is in the person's language and can be shown as it is. */
public final class TurnRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    /** Why a turn was refused; the stable code that doors report is in lower case, such as {@code message.empty}. */
    public enum Reason {
        MESSAGE_EMPTY("message.empty"),
        MESSAGE_TOO_LONG("message.too_long"),
        SESSION_UNKNOWN("session.unknown"),
        QUEUE_FULL("queue.full"),
        STOPPING("server.stopping");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final Reason reason;

    public TurnRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
