package org.kongdee.stack.rest;

/** A service did not do what it was asked, or could not be reached; the message is for a person. */
public final class RestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RestException(String message) {
        super(message);
    }
}
