package org.kongdee.web.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says in our words what Jackson found wrong with a body, and where, without showing names of
 * classes.
 */
public final class JsonFaults {

    private JsonFaults() {}

    public static Fault fault(JsonProcessingException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                return under(pointer(e), fault);
            }
        }
        String pointer = pointer(e);
        String detail = detail(e);
        return new Malformed("malformed-body", detail, List.of(FieldError.at(pointer, detail)));
    }

    /** What a value threw while it was read, seen from the whole body. */
    private static Fault under(String prefix, Fault fault) {
        List<FieldError> errors =
                fault.errors().isEmpty()
                        ? List.of(FieldError.at(prefix, fault.detail()))
                        : fault.errors().stream().map(error -> error.under(prefix)).toList();
        return switch (fault) {
            case RuleBroken broken ->
                    new RuleBroken(broken.slug(), broken.detail(), errors, broken.members());
            case Malformed malformed -> new Malformed(malformed.slug(), malformed.detail(), errors);
            case Unauthenticated _,
                    Forbidden _,
                    NotFound _,
                    Conflict _,
                    StaleVersion _,
                    TooLarge _,
                    HeadTooLarge _,
                    TooSlow _,
                    TooMany _,
                    OutOfRange _,
                    VersionRequired _,
                    Unavailable _,
                    StorageFull _ ->
                    fault;
        };
    }

    private static String detail(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    "The field '%s' is not known here; expected %s."
                            .formatted(
                                    unknown.getPropertyName(),
                                    known(unknown.getKnownPropertyIds()));
            case InvalidTypeIdException _ -> "The kind of this object is not known here.";
            case InvalidFormatException format when format.getTargetType().isEnum() ->
                    "'%s' is not known here; expected one of %s."
                            .formatted(
                                    shown(format.getValue()),
                                    Arrays.stream(format.getTargetType().getEnumConstants())
                                            .map(Object::toString)
                                            .collect(Collectors.joining(", ")));
            case InvalidFormatException format ->
                    "'%s' is not %s."
                            .formatted(shown(format.getValue()), name(format.getTargetType()));
            case ValueInstantiationException invalid -> refusedByValue(invalid);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case StreamConstraintsException _ ->
                    at(
                            e,
                            "The JSON is nested too deeply, or has a name, text or number that is too long.",
                            "The JSON is nested too deeply, or has a name, text or number that is too long: line %d, column %d.");
            case JsonParseException parse -> parsing(parse);
            case JsonMappingException mapping
                    when mapping.getCause() instanceof JsonParseException parse ->
                    parsing(parse);
            case JsonMappingException _ -> "The value cannot be read here.";
            default -> noJson(e);
        };
    }

    private static String noJson(JsonProcessingException e) {
        return at(
                e,
                "The body is not valid JSON.",
                "The body is not valid JSON: line %d, column %d.");
    }

    /** Our own values say in words for callers what they refuse; nobody else's message is shown. */
    private static String refusedByValue(ValueInstantiationException e) {
        return e.getCause() instanceof IllegalArgumentException refusal
                        && e.getType().getRawClass().getName().startsWith("org.kongdee.")
                ? "The value is not possible: %s.".formatted(refusal.getMessage())
                : "The value cannot be read here.";
    }

    private static String mismatch(MismatchedInputException e) {
        if (e instanceof InvalidNullException) {
            return "A value is expected here, not null.";
        }
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("No content")) {
            return "The body is empty; JSON is expected.";
        }
        if (message.startsWith("Missing required creator property")) {
            return "A required field is missing.";
        }
        return e.getTargetType() == null
                ? "The value has the wrong type."
                : "The value has the wrong type; expected %s.".formatted(name(e.getTargetType()));
    }

    private static String parsing(JsonParseException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Duplicate field")) {
            return at(
                    e,
                    "A field stands twice in one object.",
                    "A field stands twice in one object: line %d, column %d.");
        }
        if (message.startsWith("Invalid UTF-8")) {
            return at(
                    e,
                    Malformed.notUtf8().detail(),
                    "The body is not UTF-8 text: line %d, column %d.");
        }
        return noJson(e);
    }

    /** Says where, if that is known. */
    private static String at(JsonProcessingException e, String anywhere, String there) {
        JsonLocation location = e.getLocation();
        return location == null
                ? anywhere
                : there.formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String known(Collection<Object> names) {
        return names == null || names.isEmpty()
                ? "none"
                : names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static String name(Class<?> type) {
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return type == int.class
                            || type == Integer.class
                            || type == long.class
                            || type == Long.class
                    ? "a whole number"
                    : "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return switch (type.getName()) {
            case "java.time.LocalDate" -> "a date such as 2022-01-15";
            case "java.time.Instant", "java.time.OffsetDateTime" ->
                    "a time such as 2022-01-15T08:00:00Z";
            default -> "an object";
        };
    }

    private static String pointer(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "";
        }
        var pointer = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
