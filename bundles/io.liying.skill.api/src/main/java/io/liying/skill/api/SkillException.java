package io.liying.skill.api;

/** Something outside a skill failed. The message is in the person's language and says what failed and what to do. */
public class SkillException extends Exception {

    private static final long serialVersionUID = 1;

    public SkillException(String message) {
        super(message);
    }

    public SkillException(String message, Throwable cause) {
        super(message, cause);
    }
}
