package org.kongdee.web.params;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.json.Dates;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.NotPossible;

/**
 * Reads query parameters so that a bad one is a 400 that names it; the framework by itself would
 * answer 404. An absent parameter is empty.
 */
public final class Params {

    private Params() {}

    public static Optional<LocalDate> date(String name, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Dates.parse(value));
        } catch (NotPossible e) {
            throw Malformed.parameter(name, Message.of("%s: %s", name, e.told()));
        }
    }

    /**
     * One of the constants of {@code type}, as they are written in the contract; {@code fallback}
     * when absent.
     */
    public static <E extends Enum<E>> E oneOf(String name, @Nullable String value, E fallback) {
        return value == null ? fallback : oneOf(name, value, fallback.getDeclaringClass());
    }

    public static <E extends Enum<E>> E oneOf(String name, String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.toString().equals(value)) {
                return constant;
            }
        }
        throw Malformed.parameter(
                name, Message.of("%s is one of %s.", name, List.of(type.getEnumConstants())));
    }

    /** {@code true} or {@code false}; false when absent. */
    public static boolean flag(String name, @Nullable String value) {
        if (value == null) {
            return false;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw Malformed.parameter(name, Message.of("%s is true or false.", name));
        };
    }

    /** A whole number in a range; {@code fallback} when absent. */
    public static int number(String name, @Nullable String value, int fallback, int min, int max) {
        if (value == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException ignored) {
            // the same answer as a number out of range
        }
        throw Malformed.parameter(
                name, Message.of("%s is a whole number from %d to %d.", name, min, max));
    }
}
