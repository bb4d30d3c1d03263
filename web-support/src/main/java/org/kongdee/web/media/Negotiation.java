package org.kongdee.web.media;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.kongdee.web.operation.OperationTypes;

/**
 * Settles, before an operation runs, in which type it answers and which type it was sent, so that
 * the headers that it sees name one of its own types each.
 *
 * <p>An {@code Accept} that is empty or cannot be read is disregarded, as RFC 9110 (12.5.1) lets a
 * server. A body of no type that can be read is taken for {@code application/octet-stream} (8.3),
 * which routing then refuses wherever it is not taken.
 */
public class Negotiation {

    /** What was accepted, as the first filter read it for the second. */
    private record Accepted(List<MediaRange> ranges) {}

    private static final String ACCEPTED = Accepted.class.getName();

    private static final List<MediaRange> ANYTHING =
            List.of(new MediaRange(MediaRange.ANY, MediaRange.ANY, 1));

    private final Map<Method, OperationTypes> known = new ConcurrentHashMap<>();

    @ServerRequestFilter(preMatching = true)
    public void read(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        List<String> accepts = headers.get(HttpHeaders.ACCEPT);
        if (accepts != null) {
            List<MediaRange> read = MediaTypes.accepted(String.join(",", accepts));
            List<MediaRange> ranges = read.isEmpty() ? ANYTHING : read;
            request.setProperty(ACCEPTED, new Accepted(ranges));
            headers.putSingle(
                    HttpHeaders.ACCEPT,
                    ranges.stream().map(MediaRange::toString).collect(Collectors.joining(",")));
        }
        String sent = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if (sent == null || !MediaTypes.isOne(sent)) {
            if (hasBody(headers)) {
                headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
            } else {
                headers.remove(HttpHeaders.CONTENT_TYPE);
            }
        }
    }

    @ServerRequestFilter
    public void choose(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        OperationTypes types = known.computeIfAbsent(method, OperationTypes::of);
        MultivaluedMap<String, String> headers = request.getHeaders();
        if (request.getProperty(ACCEPTED) instanceof Accepted(List<MediaRange> ranges)
                && !types.answered().isEmpty()) {
            MediaType best =
                    MediaRange.best(ranges, types.answered())
                            .orElseThrow(NotAcceptableException::new);
            headers.putSingle(HttpHeaders.ACCEPT, best.toString());
        }
        if (!types.taken().isEmpty()) {
            settle(headers, types);
        }
    }

    /**
     * The framework would look for any way to make what an operation takes out of whatever was
     * sent, such as of a text.
     */
    private static void settle(MultivaluedMap<String, String> headers, OperationTypes types) {
        String sent = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if (sent != null && types.takes(MediaType.valueOf(sent))) {
            return;
        }
        if (hasBody(headers)) {
            throw new NotSupportedException();
        }
        // Of what is not there any type will do; that it is missing is found where it is read.
        headers.putSingle(HttpHeaders.CONTENT_TYPE, types.taken().getFirst().toString());
    }

    private static boolean hasBody(MultivaluedMap<String, String> headers) {
        String length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        return headers.containsKey("Transfer-Encoding") || length != null && !length.equals("0");
    }
}
