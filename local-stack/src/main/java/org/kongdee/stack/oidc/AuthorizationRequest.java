package org.kongdee.stack.oidc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.http.Form;

/**
 * What a frontend asks for when it sends somebody to sign in (OpenID Connect Core, section
 * 3.1.2.1), checked.
 *
 * @param challenge the SHA-256 of a secret that only the frontend knows (PKCE, RFC 7636)
 * @param scopes those of the asked ones that are known here
 * @param nonce comes back in the ID token
 * @param loginHint who it supposes to come
 */
record AuthorizationRequest(
        String challenge, Set<String> scopes, @Nullable String nonce, @Nullable String loginHint) {

    static final List<String> SCOPES = List.of("openid", "profile");

    /** What the page that follows sends again, {@code login_hint} and the like left out. */
    static final List<String> KEPT =
            List.of(
                    "client_id",
                    "redirect_uri",
                    "response_type",
                    "scope",
                    "state",
                    "nonce",
                    "code_challenge",
                    "code_challenge_method",
                    "ui_locales");

    private static final Pattern S256 = Pattern.compile("[A-Za-z0-9_-]{43}");
    static final List<String> PROMPTS = List.of("none", "login", "select_account", "consent");

    AuthorizationRequest {
        scopes = Set.copyOf(scopes);
    }

    /**
     * @throws OAuthError which the frontend is told
     */
    static AuthorizationRequest of(Form form) {
        OAuthError.ifRepeated(form);
        refuse(form, "request", "request_not_supported");
        refuse(form, "request_uri", "request_uri_not_supported");
        refuse(form, "registration", "registration_not_supported");
        String type = OAuthError.required(form, "response_type");
        if (!type.equals("code")) {
            throw new OAuthError(
                    "unsupported_response_type", "response_type must be code, and is " + type);
        }
        String mode = form.get("response_mode").orElse("query");
        if (!mode.equals("query")) {
            throw new OAuthError("invalid_request", "response_mode must be query, and is " + mode);
        }
        String challenge = OAuthError.required(form, "code_challenge");
        if (!form.get("code_challenge_method").orElse("plain").equals("S256")) {
            throw new OAuthError("invalid_request", "code_challenge_method must be S256");
        }
        if (!S256.matcher(challenge).matches()) {
            throw new OAuthError(
                    "invalid_request",
                    "code_challenge must be the SHA-256 of the verifier, 43 characters of base64url");
        }
        refuseSilence(words(form.get("prompt")));
        Set<String> scopes = words(form.get("scope"));
        scopes.retainAll(SCOPES);
        return new AuthorizationRequest(
                challenge,
                scopes,
                form.get("nonce").orElse(null),
                form.get("login_hint").orElse(null));
    }

    /** The words of a list that is separated by spaces. */
    static Set<String> words(Optional<String> list) {
        Set<String> words = new TreeSet<>();
        list.ifPresent(
                text ->
                        Arrays.stream(text.split(" +", -1))
                                .filter(word -> !word.isEmpty())
                                .forEach(words::add));
        return words;
    }

    /** Nobody stays signed in here, so nobody is signed in without being asked. */
    private static void refuseSilence(Set<String> prompts) {
        if (!PROMPTS.containsAll(prompts) || prompts.contains("none") && prompts.size() > 1) {
            throw new OAuthError(
                    "invalid_request", "prompt must be none, or of login, select_account, consent");
        }
        if (prompts.contains("none")) {
            throw new OAuthError("login_required", "nobody is signed in before they have picked");
        }
    }

    private static void refuse(Form form, String name, String error) {
        if (form.get(name).isPresent()) {
            throw new OAuthError(error, name + " is not supported");
        }
    }
}
