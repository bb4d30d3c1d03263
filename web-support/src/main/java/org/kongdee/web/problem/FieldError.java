package org.kongdee.web.problem;

import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.Message;

/**
 * One thing that is wrong with a request and where: a JSON pointer into the body, or the name of a
 * parameter or header.
 *
 * @param pointer JSON pointer (RFC 6901) into the request body; the empty string is the whole body;
 *     null if it is not about the body
 * @param parameter name of a query parameter, path parameter or header; null if it is about the
 *     body
 * @param detail what is wrong and what is expected
 * @param line in a body of many lines, from 1; else null
 * @param column from 1; null if it is not known
 */
public record FieldError(
        @Nullable String pointer,
        @Nullable String parameter,
        Message detail,
        @Nullable Integer line,
        @Nullable Integer column) {

    public static FieldError at(String pointer, Message detail) {
        return new FieldError(pointer, null, detail, null, null);
    }

    public static FieldError at(String pointer, int line, int column, Message detail) {
        return new FieldError(pointer, null, detail, line, column);
    }

    public static FieldError parameter(String name, Message detail) {
        return new FieldError(null, name, detail, null, null);
    }

    /** As it is answered. */
    Problem.Place in(Language language) {
        return new Problem.Place(pointer, parameter, detail.in(language), line, column);
    }

    /** The same error seen from outside: the place that holds the value comes first. */
    public FieldError under(String prefix) {
        return pointer == null
                ? this
                : new FieldError(prefix + pointer, null, detail, line, column);
    }
}
