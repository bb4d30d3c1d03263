package org.kongdee.stack.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the provider can do and where, as clients read it (OpenID Connect Discovery 1.0). */
final class Metadata {

    static final String PATH = "/.well-known/openid-configuration";
    static final String AUTHORIZATION = "/authorize";
    static final String PICK = "/authorize/pick";
    static final String TOKEN = "/token";
    static final String KEYS = "/jwks";
    static final String USER_INFO = "/userinfo";
    static final String END_SESSION = "/end-session";

    private Metadata() {}

    static Map<String, Object> of(String issuer) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("issuer", issuer);
        all.put("authorization_endpoint", issuer + AUTHORIZATION);
        all.put("token_endpoint", issuer + TOKEN);
        all.put("jwks_uri", issuer + KEYS);
        all.put("userinfo_endpoint", issuer + USER_INFO);
        all.put("end_session_endpoint", issuer + END_SESSION);
        all.put("response_types_supported", List.of("code"));
        all.put("response_modes_supported", List.of("query"));
        all.put("grant_types_supported", TokenEndpoint.GrantType.names());
        all.put("scopes_supported", AuthorizationRequest.SCOPES);
        all.put("subject_types_supported", List.of("public"));
        all.put("id_token_signing_alg_values_supported", List.of("RS256"));
        all.put("code_challenge_methods_supported", List.of("S256"));
        all.put(
                "token_endpoint_auth_methods_supported",
                List.of("none", "client_secret_basic", "client_secret_post"));
        all.put(
                "claims_supported",
                List.of(
                        "iss",
                        "sub",
                        "aud",
                        "iat",
                        "exp",
                        "auth_time",
                        "nonce",
                        "at_hash",
                        "sid",
                        "name",
                        "unit",
                        "groups"));
        all.put("prompt_values_supported", AuthorizationRequest.PROMPTS);
        all.put("ui_locales_supported", List.of("en", "th"));
        all.put("authorization_response_iss_parameter_supported", true);
        all.put("claims_parameter_supported", false);
        all.put("request_parameter_supported", false);
        all.put("request_uri_parameter_supported", false);
        return all;
    }
}
