package org.kongdee.web.params;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;

/**
 * Refuses query parameters that an operation does not know. A misspelt {@code ?dryRun=} would
 * otherwise be passed over, and the request would write for real.
 */
@Provider
public class UnknownParameterFilter implements ContainerRequestFilter {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();
    private final ResourceInfo resource;
    private final HttpServerRequest http;

    UnknownParameterFilter(ResourceInfo resource, HttpServerRequest http) {
        this.resource = resource;
        this.http = http;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String query = http.query();
        Method method = resource.getResourceMethod();
        if (query == null
                || method == null
                || !method.getDeclaringClass().getName().startsWith("org.kongdee.")) {
            return;
        }
        Set<String> names = known.computeIfAbsent(method, UnknownParameterFilter::names);
        // Not by the framework's map of them, to which dryrun is the same as the dryRun before it.
        // It
        // takes semicolons for ampersands.
        for (String pair : query.split("[&;]", -1)) {
            String name = decoded(pair.split("=", 2)[0]);
            if (!pair.isEmpty() && !names.contains(name)) {
                throw Malformed.parameter(
                        name,
                        "The query parameter '%s' is not known here; expected %s."
                                .formatted(
                                        name, names.isEmpty() ? "none" : String.join(", ", names)));
            }
        }
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Malformed(
                    "bad-request", "The query has a % that two hexadecimal digits do not follow.");
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
