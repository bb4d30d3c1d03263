package org.kongdee.web.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operations of this service, for whoever has to know them before routing does: how much of a
 * body to take, what {@code Allow} lists (RFC 9110, 15.5.6) and what {@code Accept} lists after a
 * body of another type (15.5.16), which the framework leaves out.
 */
@ApplicationScoped
public class Operations {

    private final List<Operation> operations = new ArrayList<>();

    Operations(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                    Operation.of(root, method).ifPresent(operations::add);
                }
            }
        }
    }

    /** Those of a method at a path; several where they take different types of body. */
    public Stream<Operation> at(String path, String method) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> operation.answers(path));
    }

    /** Whether anybody may call this, and what the path names is the secret. */
    public boolean isOpen(String path, String method) {
        return at(path, method).anyMatch(operation -> operation.roles().isEmpty());
    }

    /**
     * The ids of those in the contract that a caller may call, in their order.
     *
     * @param has whether the caller has a role
     */
    public SortedSet<String> allowed(Predicate<String> has) {
        return operations.stream()
                .filter(operation -> !operation.id().isEmpty() && operation.allows(has))
                .map(Operation::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The methods of a path, in their order: those that it has, and those that go with them. */
    public SortedSet<String> methods(String path) {
        SortedSet<String> methods =
                operations.stream()
                        .filter(operation -> operation.answers(path))
                        .map(Operation::method)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    /** The types of body that a method takes, as {@code Accept} lists them. */
    public String typesOf(String path, String method) {
        return at(path, method)
                .flatMap(operation -> operation.types().taken().stream())
                .map(MediaType::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
