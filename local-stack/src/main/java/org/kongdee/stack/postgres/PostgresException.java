package org.kongdee.stack.postgres;

/** PostgreSQL cannot be run; the message tells a person why and what to do. */
public final class PostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresException(String message) {
        super(message);
    }

    PostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
