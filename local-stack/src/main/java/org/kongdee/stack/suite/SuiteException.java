package org.kongdee.stack.suite;

/** The suite cannot do what it was asked; the message is for the person who asked. */
public final class SuiteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SuiteException(String message) {
        super(message);
    }
}
