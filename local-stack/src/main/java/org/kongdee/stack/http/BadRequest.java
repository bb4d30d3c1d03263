package org.kongdee.stack.http;

/** The request cannot be read. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    public BadRequest(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
