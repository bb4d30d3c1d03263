package org.kongdee.web.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.media.OperationTypes;

/**
 * Knows which methods a path takes, for the {@code Allow} header of a 405, which RFC 9110 (15.5.6)
 * demands and the framework leaves out; and which types of body a method takes there, for the
 * {@code Accept} header of a 415 (15.5.16).
 */
@ApplicationScoped
class AllowedMethods {

    private static final Pattern TEMPLATE = Pattern.compile("\\{[^}]*}");

    private final List<Operation> operations = new ArrayList<>();

    /** One operation: the paths it answers, its method and the types of body it takes. */
    private record Operation(Pattern path, String method, List<MediaType> types) {}

    AllowedMethods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                    add(root.value(), method);
                }
            }
        }
    }

    /** As {@code Allow} lists them: {@code GET, PUT}. */
    String of(String path) {
        var methods = new TreeSet<String>();
        for (Operation operation : operations) {
            if (operation.path.matcher(path).matches()) {
                methods.add(operation.method);
            }
        }
        return String.join(", ", methods);
    }

    /** As {@code Accept} lists them: {@code application/json, application/x-ndjson}. */
    String typesOf(String path, String method) {
        return operations.stream()
                .filter(operation -> operation.method.equals(method))
                .filter(operation -> operation.path.matcher(path).matches())
                .flatMap(operation -> operation.types.stream())
                .map(MediaType::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void add(String root, Method method) {
        String verb = verb(method);
        if (verb != null) {
            Path own = method.getAnnotation(Path.class);
            operations.add(
                    new Operation(
                            pattern(root + (own == null ? "" : "/" + own.value())),
                            verb,
                            OperationTypes.of(method).taken()));
        }
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
