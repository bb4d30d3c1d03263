package org.kongdee.web.params;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Text;
import org.kongdee.web.text.Utf8;

/**
 * Refuses query parameters that an operation does not know: a misspelt {@code ?dryRun=} would
 * otherwise be passed over, and the request would write for real. Where {@link TakesAnyQuery} says
 * so it passes them over. And it refuses parameters, of the path too, that are no {@link Text}.
 */
@Provider
public class ParameterFilter implements ContainerRequestFilter {

    /** The names that a method knows; empty if it passes over those that it doesn't. */
    private final Map<Method, Optional<Set<String>>> known = new ConcurrentHashMap<>();

    private final ResourceInfo resource;
    private final HttpServerRequest http;

    ParameterFilter(ResourceInfo resource, HttpServerRequest http) {
        this.resource = resource;
        this.http = http;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method != null && method.getDeclaringClass().getName().startsWith("org.kongdee.")) {
            checkPath(request.getUriInfo());
            known.computeIfAbsent(method, ParameterFilter::known).ifPresent(this::checkQuery);
        }
    }

    private static Optional<Set<String>> known(Method method) {
        boolean takesAny =
                method.isAnnotationPresent(TakesAnyQuery.class)
                        || method.getDeclaringClass().isAnnotationPresent(TakesAnyQuery.class);
        return takesAny ? Optional.empty() : Optional.of(names(method));
    }

    private void checkPath(UriInfo uri) {
        uri.getPathParameters()
                .forEach((name, values) -> values.forEach(value -> checkText(name, value)));
        Text.LINE.check(
                decoded(http.path(), Message.of("path")),
                fault -> new Malformed("bad-request", Message.of("The path %s.", fault)));
    }

    private void checkQuery(Set<String> names) {
        String query = http.query();
        if (query == null) {
            return;
        }
        // Not by the framework's map of them, to which dryrun is the same as the dryRun before it.
        // It takes semicolons for ampersands.
        for (String pair : query.split("[&;]", -1)) {
            String[] parts = pair.split("=", 2);
            String name = decoded(parts[0], Message.of("query"));
            if (!pair.isEmpty() && !names.contains(name)) {
                String shown = Text.legible(name);
                throw Malformed.parameter(
                        shown,
                        names.isEmpty()
                                ? Message.of(
                                        "The query parameter '%s' is not known here; no parameter is.",
                                        shown)
                                : Message.of(
                                        "The query parameter '%s' is not known here; expected %s.",
                                        shown, names));
            }
            if (parts.length == 2) {
                checkText(name, decoded(parts[1], Message.of("query")));
            }
        }
    }

    private static void checkText(String name, String value) {
        Text.LINE.check(
                value,
                fault ->
                        Malformed.parameter(
                                name, Message.of("The parameter '%s' %s.", name, fault)));
    }

    /** By way of its bytes, of which the framework would put U+FFFD for what is no UTF-8. */
    private static String decoded(String text, Message where) {
        try {
            String bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
            return Utf8.decode(bytes.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new Malformed(
                    "bad-request",
                    Message.of(
                            "The %s has a %% that two hexadecimal digits do not follow.", where));
        } catch (CharacterCodingException e) {
            throw new Malformed("bad-request", Message.of("The %s is not UTF-8 text.", where));
        }
    }

    private static Set<String> names(Method method) {
        var names = new TreeSet<String>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter.getAnnotation(QueryParam.class), names);
            RestQuery rest = parameter.getAnnotation(RestQuery.class);
            if (rest != null) {
                names.add(rest.value().isEmpty() ? parameter.getName() : rest.value());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addBean(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void addBean(Class<?> bean, Set<String> names) {
        for (Field field : bean.getDeclaredFields()) {
            add(field.getAnnotation(QueryParam.class), names);
        }
        for (Constructor<?> constructor : bean.getDeclaredConstructors()) {
            for (Parameter parameter : constructor.getParameters()) {
                add(parameter.getAnnotation(QueryParam.class), names);
            }
        }
    }

    private static void add(@Nullable QueryParam query, Set<String> names) {
        if (query != null) {
            names.add(query.value());
        }
    }
}
