package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** There is no bearer token where one is needed, or one that holds nothing here. */
public final class Unauthenticated extends Fault {

    private final String challenge;

    private Unauthenticated(Message detail, String challenge) {
        super("unauthenticated", detail, List.of(), Map.of());
        this.challenge = challenge;
    }

    public static Unauthenticated missing() {
        return new Unauthenticated(
                Message.of("This needs a bearer token in the Authorization header."), "Bearer");
    }

    public static Unauthenticated invalid() {
        return new Unauthenticated(
                Message.of(
                        "The bearer token is not valid here: expired, for another audience, not signed by the issuer,"
                                + " or without what a token must say."),
                "Bearer error=\"invalid_token\"");
    }

    /** For {@code WWW-Authenticate} (RFC 6750, 3). */
    String challenge() {
        return challenge;
    }
}
