package org.kongdee.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;

/** Says which parameter or field breaks a constraint that the contract declares. */
public final class Violations {

    /** By this name resource methods call the parameter that takes the body. */
    private static final String BODY = "command";

    private Violations() {}

    public static Malformed fault(Collection<? extends ConstraintViolation<?>> violations) {
        return new Malformed(
                "bad-request",
                "The request breaks a constraint of the contract.",
                violations.stream()
                        .map(Violations::error)
                        .sorted(Comparator.comparing(FieldError::toString))
                        .toList());
    }

    /**
     * The path runs from the resource method through its parameter into the body; only what the
     * caller wrote is named.
     */
    private static FieldError error(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = String.valueOf(node.getName());
            } else if (node.getKind() == ElementKind.PROPERTY) {
                if (node.getIndex() != null) {
                    pointer.append('/').append(node.getIndex());
                }
                if (node.getKey() != null) {
                    pointer.append('/').append(node.getKey());
                }
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.isEmpty() && !parameter.equals(BODY)
                ? FieldError.parameter(parameter, violation.getMessage())
                : FieldError.at(pointer.toString(), violation.getMessage());
    }
}
