package org.kongdee.web.etag;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Settles, before a read runs, what {@code If-None-Match} names. It is compared weakly (RFC 9110,
 * 13.1.2), so that who was given {@code "3"} by a proxy as {@code W/"3"} is answered 304 all the
 * same; the framework compares strongly. So an operation sees one header of strong tags, or {@code
 * *}; a header that cannot be read is passed over.
 */
public class IfNoneMatch {

    private static final String TAG = "(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")";
    private static final Pattern NEXT = Pattern.compile("\\G[\\s,]*" + TAG + "\\s*(?=,|$)");
    private static final Pattern REST = Pattern.compile("[\\s,]*");
    private static final String ANY = "*";
    private static final Set<String> READS = Set.of("GET", "HEAD");

    @ServerRequestFilter(preMatching = true)
    public void settle(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        List<String> sent = headers.get(HttpHeaders.IF_NONE_MATCH);
        if (sent == null || !READS.contains(request.getMethod())) {
            return;
        }
        String settled = settled(String.join(",", sent));
        if (settled.isEmpty()) {
            headers.remove(HttpHeaders.IF_NONE_MATCH);
        } else {
            headers.putSingle(HttpHeaders.IF_NONE_MATCH, settled);
        }
    }

    /** Strong tags that can be ours, or {@code *}; empty if there are none. */
    static String settled(String header) {
        if (header.strip().equals(ANY)) {
            return ANY;
        }
        Matcher next = NEXT.matcher(header);
        int end = 0;
        StringBuilder tags = new StringBuilder();
        while (next.find()) {
            end = next.end();
            String tag = next.group(1);
            // The framework parts a list at each comma, and takes "*" for any; no tag of ours is
            // so.
            if (!tag.contains(",") && !tag.equals("\"*\"")) {
                tags.append(tags.isEmpty() ? "" : ", ").append(tag);
            }
        }
        return REST.matcher(header.substring(end)).matches() ? tags.toString() : "";
    }
}
