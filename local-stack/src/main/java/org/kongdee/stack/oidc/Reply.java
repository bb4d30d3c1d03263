package org.kongdee.stack.oidc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a frontend is told what came of its request: by parameters of its own address, with its
 * {@code state} and who answers (RFC 9207).
 */
record Reply(RedirectUri uri, @Nullable String state, String issuer) {

    String code(String code) {
        return with(Map.of("code", code));
    }

    String error(String error, String description) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("error", error);
        both.put("error_description", description);
        return with(both);
    }

    private String with(Map<String, String> what) {
        Map<String, String> all = new LinkedHashMap<>(what);
        if (state != null) {
            all.put("state", state);
        }
        all.put("iss", issuer);
        return uri.with(all);
    }
}
