package org.kongdee.client.token;

/** The OpenID provider gives no token, and says why. */
public class TokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TokenException(String message, Throwable cause) {
        super(message, cause);
    }

    TokenException(String message) {
        this(message, null);
    }
}
