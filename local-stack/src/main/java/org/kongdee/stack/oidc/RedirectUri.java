package org.kongdee.stack.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kongdee.stack.http.Loopback;

/**
 * Where a frontend is told what came of a request: any page of this machine, over http, with any
 * port and path (RFC 8252, section 7.3). Nothing that is sent there leaves the machine.
 */
record RedirectUri(URI uri) {

    /** Empty if it is no such address. */
    static Optional<RedirectUri> of(String text) {
        try {
            URI uri = new URI(text);
            boolean good =
                    "http".equals(uri.getScheme())
                            && Loopback.isHost(uri.getHost())
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null;
            return good ? Optional.of(new RedirectUri(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port. */
    String origin() {
        return "http://" + uri.getRawAuthority();
    }

    /**
     * The origin as a Content Security Policy names it, which knows no IPv6 addresses: browsers
     * hold a form to it even where the answer sends it on.
     */
    String policySource() {
        return uri.getHost().startsWith("[") ? "http:" : origin();
    }

    /** The same address with more parameters. */
    String with(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return uri.toASCIIString();
        }
        String more =
                parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encode(each.getValue()))
                        .collect(Collectors.joining("&"));
        return uri.toASCIIString() + (uri.getRawQuery() == null ? "?" : "&") + more;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
