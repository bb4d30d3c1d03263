package org.kongdee.web.cors;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The origins that a setting names, each as browsers write it (RFC 6454, 6.2). */
record Origins(Set<String> named) {

    static final String SETTING = "kongdee.cors.origins";

    Origins {
        named = Set.copyOf(named);
    }

    /**
     * @throws IllegalStateException if one is no origin, since it would never match
     */
    static Origins of(List<String> setting) {
        return new Origins(setting.stream().map(Origins::checked).collect(Collectors.toSet()));
    }

    boolean isNamed(@Nullable String origin) {
        return origin != null && named.contains(origin);
    }

    private static String checked(String given) {
        String origin = given.strip();
        if (!origin.equals(asBrowsersWrite(origin))) {
            throw new IllegalStateException(
                    ("%s has '%s', which is no origin. It takes exact ones, separated by commas, such as"
                                    + " https://kongdee.example or http://localhost:5173: http or https, a host in"
                                    + " lower case, a port unless it is the usual one; no path, no slash at the end, no *.")
                            .formatted(SETTING, origin));
        }
        return origin;
    }

    /** Null if it has no such form. */
    private static @Nullable String asBrowsersWrite(String origin) {
        try {
            URI uri = URI.create(origin);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            int usualPort =
                    switch (scheme) {
                        case "http" -> 80;
                        case "https" -> 443;
                        default -> 0;
                    };
            if (usualPort == 0 || uri.getHost() == null) {
                return null;
            }
            boolean usual = uri.getPort() == -1 || uri.getPort() == usualPort;
            return scheme
                    + "://"
                    + uri.getHost().toLowerCase(Locale.ROOT)
                    + (usual ? "" : ":" + uri.getPort());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
