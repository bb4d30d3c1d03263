package org.kongdee.web.operation;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.security.Roles;

/**
 * One operation.
 *
 * @param id as the contract names it; empty for one that the contract does not tell of
 * @param path the paths it answers
 * @param method of HTTP
 * @param types of what it takes and answers
 * @param roles one of which its caller has; empty where it is open to all
 * @param most bytes of a body that it takes whole
 * @param streamed media types of which it reads a stream instead
 * @param mostStreamed bytes of such a stream
 */
public record Operation(
        String id,
        Pattern path,
        String method,
        OperationTypes types,
        Set<String> roles,
        int most,
        List<String> streamed,
        long mostStreamed) {

    public Operation {
        roles = Set.copyOf(roles);
        streamed = List.copyOf(streamed);
    }

    private static final Pattern TEMPLATE = Pattern.compile("\\{[^}]*}");

    /** The operation of a resource's method; empty where it is none. */
    static Optional<Operation> of(Path root, Method method) {
        String verb = verb(method);
        if (verb == null) {
            return Optional.empty();
        }
        Path own = method.getAnnotation(Path.class);
        TakesBody body = method.getAnnotation(TakesBody.class);
        return Optional.of(
                new Operation(
                        isHidden(method) ? "" : method.getName(),
                        pattern(root.value() + (own == null ? "" : "/" + own.value())),
                        verb,
                        OperationTypes.of(method),
                        roles(method),
                        body == null ? TakesBody.MEBI : body.most(),
                        body == null ? List.of() : List.of(body.streamed()),
                        body == null ? 0 : body.mostStreamed()));
    }

    /** Whether a body of this type is read as it arrives. */
    public boolean streams(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String sent = contentType.strip().toLowerCase(Locale.ROOT);
        return streamed.stream().anyMatch(sent::startsWith);
    }

    /**
     * Whether somebody may call it.
     *
     * @param has whether that caller has a role
     */
    boolean allows(Predicate<String> has) {
        return roles.isEmpty() || roles.contains(Roles.KNOWN) || roles.stream().anyMatch(has);
    }

    boolean answers(String where) {
        return path.matcher(where).matches();
    }

    private static Set<String> roles(Method method) {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return Set.of();
        }
        if (method.isAnnotationPresent(Authenticated.class)) {
            return Set.of(Roles.KNOWN);
        }
        RolesAllowed said = method.getAnnotation(RolesAllowed.class);
        RolesAllowed allowed =
                said == null ? method.getDeclaringClass().getAnnotation(RolesAllowed.class) : said;
        return allowed == null ? Set.of() : Set.of(allowed.value());
    }

    private static boolean isHidden(Method method) {
        var told =
                method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        return told != null && told.hidden();
    }

    private static @Nullable String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }

    private static Pattern pattern(String template) {
        String path = ("/" + template).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
        var regex = new StringBuilder();
        int from = 0;
        var parameters = TEMPLATE.matcher(path);
        while (parameters.find()) {
            regex.append(Pattern.quote(path.substring(from, parameters.start()))).append("[^/]+");
            from = parameters.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(path.substring(from))).append("/?").toString());
    }
}
