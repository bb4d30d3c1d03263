package org.kongdee.stack.oidc;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.kongdee.stack.http.Answer;
import org.kongdee.stack.http.Form;
import org.kongdee.stack.http.Request;

/** {@code /token}: codes and refresh tokens of people, and programs for themselves. */
final class TokenEndpoint {

    /** The grant types of RFC 6749, by their names there in lower case. */
    enum GrantType {
        AUTHORIZATION_CODE,
        REFRESH_TOKEN,
        CLIENT_CREDENTIALS;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> names() {
            return Arrays.stream(values()).map(GrantType::wireName).toList();
        }
    }

    /** Long enough not to be guessed (RFC 7636, section 4.1). */
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final Clients clients;
    private final Grants grants;
    private final Tokens tokens;

    TokenEndpoint(Clients clients, Grants grants, Tokens tokens) {
        this.clients = clients;
        this.grants = grants;
        this.tokens = tokens;
    }

    Answer answer(Request request) {
        try {
            return Answer.json(200, give(request));
        } catch (OAuthError e) {
            if (!e.code().equals("invalid_client")) {
                return Answer.error(400, e.code(), e.description());
            }
            Answer refusal = Answer.error(401, e.code(), e.description());
            return request.header("Authorization").isPresent()
                    ? refusal.with("WWW-Authenticate", "Basic realm=\"kongdee\"")
                    : refusal;
        }
    }

    private Map<String, Object> give(Request request) {
        Form form = request.form();
        OAuthError.ifRepeated(form);
        Client client = clients.authenticate(request);
        GrantType type = grantType(OAuthError.required(form, "grant_type"));
        return switch (client) {
            case Client.Frontend frontend ->
                    switch (type) {
                        case AUTHORIZATION_CODE -> code(frontend, form);
                        case REFRESH_TOKEN -> refresh(frontend, form);
                        case CLIENT_CREDENTIALS -> throw unauthorized(client, type);
                    };
            case Client.Program program ->
                    switch (type) {
                        case AUTHORIZATION_CODE, REFRESH_TOKEN -> throw unauthorized(client, type);
                        case CLIENT_CREDENTIALS -> bearer(tokens.access(program.identity()));
                    };
        };
    }

    private Map<String, Object> code(Client.Frontend client, Form form) {
        String code = OAuthError.required(form, "code");
        String redirect = OAuthError.required(form, "redirect_uri");
        String verifier = OAuthError.required(form, "code_verifier");
        if (!VERIFIER.matcher(verifier).matches()) {
            throw new OAuthError(
                    "invalid_request", "code_verifier must be 43 to 128 of A-Z a-z 0-9 - . _ ~");
        }
        return signedIn(grants.redeem(code, client.id(), redirect, verifier));
    }

    private Map<String, Object> refresh(Client.Frontend client, Form form) {
        return signedIn(grants.refresh(OAuthError.required(form, "refresh_token"), client.id()));
    }

    private Map<String, Object> signedIn(Grants.Continued continued) {
        Grant grant = continued.grant();
        String access = tokens.access(grant.identity());
        Map<String, Object> answer = bearer(access);
        answer.put("refresh_token", continued.refreshToken());
        answer.put("scope", String.join(" ", grant.scopes().stream().sorted().toList()));
        if (grant.scopes().contains("openid")) {
            answer.put("id_token", tokens.id(grant, access));
        }
        return answer;
    }

    private static Map<String, Object> bearer(String accessToken) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", accessToken);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", Tokens.VALIDITY.toSeconds());
        return answer;
    }

    private static GrantType grantType(String name) {
        return Arrays.stream(GrantType.values())
                .filter(type -> type.wireName().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new OAuthError(
                                        "unsupported_grant_type",
                                        "grant_type must be of " + GrantType.names()));
    }

    private static OAuthError unauthorized(Client client, GrantType type) {
        return new OAuthError(
                "unauthorized_client", client.id() + " may not use " + type.wireName());
    }
}
