package org.kongdee.stack.oidc;

import org.kongdee.stack.http.Form;

/** A refusal that a client is told in the words of the standard. */
final class OAuthError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String description;

    /**
     * @param code of RFC 6749 or OpenID Connect Core
     * @param description for who writes the client
     */
    OAuthError(String code, String description) {
        super(description);
        this.code = code;
        this.description = description;
    }

    /**
     * @throws OAuthError if a parameter is given more than once (RFC 6749, section 3.1)
     */
    static void ifRepeated(Form form) {
        for (String name : form.names()) {
            if (form.isRepeated(name)) {
                throw new OAuthError("invalid_request", name + " is given twice");
            }
        }
    }

    static String required(Form form, String name) {
        return form.get(name)
                .orElseThrow(() -> new OAuthError("invalid_request", name + " is missing"));
    }

    String code() {
        return code;
    }

    String description() {
        return description;
    }
}
