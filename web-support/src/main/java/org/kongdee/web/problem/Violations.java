package org.kongdee.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.kongdee.web.text.Message;

/** Says which parameter or field breaks a constraint that the contract declares. */
public final class Violations {

    /** By this name resource methods call the parameter that takes the body. */
    private static final String BODY = "command";

    private Violations() {}

    public static Malformed fault(Collection<? extends ConstraintViolation<?>> violations) {
        return broken(
                violations.stream()
                        .map(Violations::error)
                        .sorted(Comparator.comparing(FieldError::toString))
                        .toList());
    }

    /**
     * What validation would say of more items than that, where nothing is bound that it could
     * validate.
     */
    public static Malformed tooMany(Size size) {
        return broken(List.of(FieldError.at("", told(size.message(), size.message(), size))));
    }

    private static Malformed broken(List<FieldError> errors) {
        return new Malformed(
                "bad-request",
                Message.of("The request breaks a constraint of the contract."),
                errors);
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
                ? FieldError.parameter(parameter, told(violation))
                : FieldError.at(pointer.toString(), told(violation));
    }

    private static Message told(ConstraintViolation<?> violation) {
        return told(
                violation.getMessageTemplate(),
                violation.getMessage(),
                violation.getConstraintDescriptor().getAnnotation());
    }

    /** Our constraints say in words what they want; the others have words of their own. */
    private static Message told(String template, String message, Annotation constraint) {
        if (!template.startsWith("{")) {
            return new Message(message, List.of());
        }
        return switch (constraint) {
            case Size size -> Message.of("size must be between %d and %d", size.min(), size.max());
            case NotNull _ -> Message.of("must not be null");
            case NotBlank _ -> Message.of("must not be blank");
            case NotEmpty _ -> Message.of("must not be empty");
            case Min min -> Message.of("must be greater than or equal to %d", min.value());
            case Max max -> Message.of("must be less than or equal to %d", max.value());
            case Pattern pattern -> Message.of("must match \"%s\"", pattern.regexp());
            default -> Message.verbatim(message);
        };
    }
}
