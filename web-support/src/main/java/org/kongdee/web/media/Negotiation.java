package org.kongdee.web.media;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Settles, before an operation runs, in which type it answers and which type it was sent, so that
 * the headers that it sees name one of its own types each.
 *
 * <p>An {@code Accept} that is empty or cannot be read is disregarded, as RFC 9110 (12.5.1) lets a
 * server. A body of no type that can be read is taken for {@code application/octet-stream} (8.3),
 * which routing then refuses wherever it is not taken.
 */
public class Negotiation {

    /**
     * What an operation takes, JSON where it says nothing, and answers; empty where it is anything.
     */
    private record Types(List<MediaType> taken, List<MediaType> answered) {}

    private final Map<Method, Types> known = new ConcurrentHashMap<>();

    @ServerRequestFilter(preMatching = true)
    public void read(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        List<String> accepts = headers.get(HttpHeaders.ACCEPT);
        if (accepts != null) {
            String readable =
                    MediaTypes.accepted(String.join(",", accepts)).stream()
                            .map(MediaRange::toString)
                            .collect(Collectors.joining(","));
            headers.putSingle(
                    HttpHeaders.ACCEPT, readable.isEmpty() ? MediaType.WILDCARD : readable);
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
        Types types = known.computeIfAbsent(method, Negotiation::types);
        MultivaluedMap<String, String> headers = request.getHeaders();
        String accept = headers.getFirst(HttpHeaders.ACCEPT);
        if (accept != null && !types.answered.isEmpty()) {
            MediaType best =
                    MediaRange.best(MediaTypes.accepted(accept), types.answered)
                            .orElseThrow(NotAcceptableException::new);
            headers.putSingle(HttpHeaders.ACCEPT, best.toString());
        }
        if (!types.taken.isEmpty()) {
            settle(headers, types.taken);
        }
    }

    /**
     * The framework would look for any way to make what an operation takes out of whatever was
     * sent, such as of a text.
     */
    private static void settle(MultivaluedMap<String, String> headers, List<MediaType> taken) {
        String sent = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if (sent != null && isTaken(MediaType.valueOf(sent), taken)) {
            return;
        }
        if (hasBody(headers)) {
            throw new NotSupportedException();
        }
        // Of what is not there any type will do; that it is missing is found where it is read.
        headers.putSingle(HttpHeaders.CONTENT_TYPE, taken.getFirst().toString());
    }

    private static boolean isTaken(MediaType sent, List<MediaType> taken) {
        return taken.stream().anyMatch(sent::isCompatible)
                || sent.getSubtype().endsWith("+json")
                        && taken.contains(MediaType.APPLICATION_JSON_TYPE);
    }

    private static boolean hasBody(MultivaluedMap<String, String> headers) {
        String length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        return headers.containsKey("Transfer-Encoding") || length != null && !length.equals("0");
    }

    private static Types types(Method method) {
        List<MediaType> taken =
                of(method, Consumes.class)
                        .map(said -> types(said.value()))
                        .orElse(
                                method.isAnnotationPresent(GET.class)
                                        ? List.of()
                                        : List.of(MediaType.APPLICATION_JSON_TYPE));
        List<MediaType> answered =
                of(method, Produces.class).map(said -> types(said.value())).orElse(List.of());
        return new Types(taken, answered);
    }

    private static <A extends Annotation> Optional<A> of(Method method, Class<A> annotation) {
        return Optional.ofNullable(method.getAnnotation(annotation))
                .or(
                        () ->
                                Optional.ofNullable(
                                        method.getDeclaringClass().getAnnotation(annotation)));
    }

    private static List<MediaType> types(String... said) {
        return List.of(said).contains(MediaType.WILDCARD)
                ? List.of()
                : Arrays.stream(said).map(MediaType::valueOf).toList();
    }
}
