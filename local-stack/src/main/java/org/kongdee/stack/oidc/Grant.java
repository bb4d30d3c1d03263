package org.kongdee.stack.oidc;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.token.Identity;

/**
 * That somebody has signed in to a frontend.
 *
 * @param session names the sign-in in ID tokens
 * @param redirect where the code was sent
 * @param challenge that the code's bearer must have the answer to
 */
record Grant(
        String session,
        Identity identity,
        String client,
        String redirect,
        String challenge,
        Set<String> scopes,
        @Nullable String nonce,
        Instant signedInAt) {

    Grant {
        scopes = Set.copyOf(scopes);
    }
}
