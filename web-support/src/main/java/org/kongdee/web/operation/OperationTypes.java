package org.kongdee.web.operation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The media types of an operation.
 *
 * @param taken of its body, JSON where it says nothing; empty where it is anything
 * @param answered by it; empty where it is anything
 */
public record OperationTypes(List<MediaType> taken, List<MediaType> answered) {

    public OperationTypes {
        taken = List.copyOf(taken);
        answered = List.copyOf(answered);
    }

    /** Those of a resource method, which may leave them to its class. */
    public static OperationTypes of(Method method) {
        List<MediaType> taken =
                said(method, Consumes.class)
                        .map(said -> types(said.value()))
                        .orElse(
                                method.isAnnotationPresent(GET.class)
                                        ? List.of()
                                        : List.of(MediaType.APPLICATION_JSON_TYPE));
        List<MediaType> answered =
                said(method, Produces.class).map(said -> types(said.value())).orElse(List.of());
        return new OperationTypes(taken, answered);
    }

    /** Whether a body of this type is taken. */
    public boolean takes(MediaType sent) {
        return taken.isEmpty()
                || taken.stream().anyMatch(sent::isCompatible)
                || sent.getSubtype().endsWith("+json")
                        && taken.contains(MediaType.APPLICATION_JSON_TYPE);
    }

    private static <A extends Annotation> Optional<A> said(Method method, Class<A> annotation) {
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
