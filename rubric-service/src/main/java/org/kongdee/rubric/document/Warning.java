package org.kongdee.rubric.document;

import java.util.List;
import org.kongdee.web.text.LocalizedText;

/**
 * Something odd at a place of a document, which is for people to confirm.
 *
 * @param path JSON pointer into the document; empty for the whole document
 * @param line from 1
 * @param column from 1, in characters
 * @param message what is odd
 */
public record Warning(String path, int line, int column, LocalizedText message) {

    static List<Warning> of(Faults odd) {
        return odd.first().stream()
                .map(it -> new Warning(it.path(), it.line(), it.column(), it.message().inBoth()))
                .toList();
    }

    /** The same, seen from a part of the document. */
    public Warning within(String part) {
        return new Warning(path.substring(part.length()), line, column, message);
    }
}
