package org.kongdee.stack.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.kongdee.stack.http.Answer;
import org.kongdee.stack.http.Request;

/** {@code /userinfo}: who an access token speaks for. */
final class UserInfoEndpoint {

    private static final List<String> TOLD = List.of("sub", "name", "unit");
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;

    UserInfoEndpoint(Tokens tokens) {
        this.tokens = tokens;
    }

    Answer answer(Request request) {
        Optional<String> token =
                request.header("Authorization")
                        .filter(header -> header.startsWith(BEARER))
                        .map(header -> header.substring(BEARER.length()).strip());
        if (token.isEmpty()) {
            return Answer.error(401, "invalid_token", "a bearer token is missing")
                    .with("WWW-Authenticate", "Bearer realm=\"kongdee\"");
        }
        Optional<JwtClaims> claims = tokens.readAccess(token.get());
        if (claims.isEmpty()) {
            return Answer.error(401, "invalid_token", "the token is not of here, or has expired")
                    .with("WWW-Authenticate", "Bearer realm=\"kongdee\", error=\"invalid_token\"");
        }
        Map<String, Object> told = new LinkedHashMap<>();
        for (String name : TOLD) {
            Object value = claims.get().getClaimValue(name);
            if (value != null) {
                told.put(name, value);
            }
        }
        return Answer.json(200, told);
    }
}
