package org.kongdee.client;

/** No whole answer came: the service may have done what was asked, or not. */
public class ConnectionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
