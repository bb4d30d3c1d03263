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
import java.util.Collection;
import java.util.List;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.NotPossible;

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
        Message detail = detail(e);
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

    private static Message detail(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case InvalidTypeIdException _ ->
                    Message.of("The kind of this object is not known here.");
            case InvalidFormatException format when format.getTargetType().isEnum() ->
                    Message.of(
                            "'%s' is not known here; expected one of %s.",
                            shown(format.getValue()),
                            List.of(format.getTargetType().getEnumConstants()));
            case InvalidFormatException format ->
                    Message.of(
                            "'%s' is not %s.",
                            shown(format.getValue()), name(format.getTargetType()));
            case ValueInstantiationException invalid -> refusedByValue(invalid);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case StreamConstraintsException _ ->
                    at(
                            e,
                            Message.of(
                                    "The JSON is nested too deeply, or has a name, text or number that is too long"));
            case JsonParseException parse -> parsing(parse);
            case JsonMappingException mapping
                    when mapping.getCause() instanceof JsonParseException parse ->
                    parsing(parse);
            case JsonMappingException _ -> unreadable();
            default -> noJson(e);
        };
    }

    private static Message unknown(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        return known == null || known.isEmpty()
                ? Message.of("The field '%s' is not known here; no field is.", e.getPropertyName())
                : Message.of(
                        "The field '%s' is not known here; expected %s.",
                        e.getPropertyName(),
                        known.stream().map(Object::toString).sorted().toList());
    }

    private static Message unreadable() {
        return Message.of("The value cannot be read here.");
    }

    private static Message noJson(JsonProcessingException e) {
        return at(e, Message.of("The body is not valid JSON"));
    }

    /** Our own values say in words for callers what they refuse; nobody else's message is shown. */
    private static Message refusedByValue(ValueInstantiationException e) {
        return e.getCause() instanceof NotPossible refusal
                ? Message.of("The value is not possible: %s.", refusal.told())
                : unreadable();
    }

    private static Message mismatch(MismatchedInputException e) {
        if (e instanceof InvalidNullException) {
            return Message.of("A value is expected here, not null.");
        }
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("No content")) {
            return Message.of("The body is empty; JSON is expected.");
        }
        if (message.startsWith("Missing required creator property")) {
            return Message.of("A required field is missing.");
        }
        return e.getTargetType() == null
                ? Message.of("The value has the wrong type.")
                : Message.of("The value has the wrong type; expected %s.", name(e.getTargetType()));
    }

    private static Message parsing(JsonParseException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Duplicate field")) {
            return at(e, Message.of("A field stands twice in one object"));
        }
        if (message.startsWith("Invalid UTF-8")) {
            return at(e, Message.of("The body is not UTF-8 text"));
        }
        return noJson(e);
    }

    /** Says where, if that is known. */
    private static Message at(JsonProcessingException e, Message what) {
        JsonLocation location = e.getLocation();
        return location == null
                ? Message.of("%s.", what)
                : Message.of(
                        "%s: line %d, column %d.",
                        what, location.getLineNr(), location.getColumnNr());
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static Message name(Class<?> type) {
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return type == int.class
                            || type == Integer.class
                            || type == long.class
                            || type == Long.class
                    ? Message.of("a whole number")
                    : Message.of("a number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Message.of("true or false");
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return Message.of("a text");
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return Message.of("a list");
        }
        return switch (type.getName()) {
            case "java.time.LocalDate" -> Message.of("a date such as 2022-01-15");
            case "java.time.Instant", "java.time.OffsetDateTime" ->
                    Message.of("a time such as 2022-01-15T08:00:00Z");
            default -> Message.of("an object");
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
