package org.kongdee.evidence.link;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.NotPossible;

/**
 * An address on the web that may be evidence: http or https, with a host, without a user or
 * password, on one of the usual ports.
 *
 * @param uri in ASCII, as it is requested
 * @param host without the brackets of an IPv6 address
 * @param port never -1
 */
record Link(URI uri, String host, int port) {

    private static final int MAX_LENGTH = 2000;

    /**
     * @throws NotPossible with what is wrong, for the caller
     */
    static Link parse(String text, Set<Integer> ports) {
        URI uri = uri(text);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new NotPossible(Message.of("a link starts with https:// or http://"));
        }
        String host = uri.getHost();
        if (host == null || host.isEmpty()) {
            throw new NotPossible(
                    Message.of("a link names a host, as in https://www.example.org/page"));
        }
        if (host.contains("%")) {
            // An address in one of this machine's networks, of which nobody need know the names.
            throw new NotPossible(Message.of("a link names no network interface"));
        }
        if (uri.getRawUserInfo() != null) {
            throw new NotPossible(Message.of("a link has no user name or password in it"));
        }
        int port = uri.getPort() == -1 ? (scheme.equals("https") ? 443 : 80) : uri.getPort();
        if (!ports.contains(port)) {
            throw new NotPossible(
                    Message.of(
                            "a link leads to one of the ports %s",
                            ports.stream().sorted().toList()));
        }
        return new Link(
                uri, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    }

    /**
     * Reads what people paste: paths and host names in Thai are written the way the web wants them.
     * Of a long name that takes long.
     */
    private static URI uri(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new NotPossible(Message.of("a link has at most %,d characters", MAX_LENGTH));
        }
        try {
            URI uri = new URI(text.strip());
            if (uri.getHost() == null && uri.getRawAuthority() != null) {
                uri =
                        new URI(
                                text.strip()
                                        .replace(
                                                uri.getRawAuthority(),
                                                IDN.toASCII(uri.getRawAuthority())));
            }
            return new URI(uri.toASCIIString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new NotPossible(Message.of("this cannot be read as a web address"));
        }
    }

    boolean isSecure() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /** Where a {@code Location} header leads to from here. */
    Link follow(String location, Set<Integer> ports) {
        return parse(uri.resolve(uri(location)).toString(), ports);
    }

    /** The request target: path and query. */
    String target() {
        String path =
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** The {@code Host} header. */
    String authority() {
        return uri.getRawAuthority();
    }
}
