package org.kongdee.rubric.document;

import java.util.Comparator;
import org.kongdee.web.text.Message;

/**
 * Something wrong, or odd, at a place of a document.
 *
 * @param path JSON pointer into the document; empty for the whole document
 * @param line from 1
 * @param column from 1, in characters
 * @param message what is wrong or odd
 */
public record Fault(String path, int line, int column, Message message)
        implements Comparable<Fault> {

    private static final Comparator<Fault> BY_PLACE =
            Comparator.comparingInt(Fault::line)
                    .thenComparingInt(Fault::column)
                    .thenComparing(Fault::path)
                    .thenComparing(fault -> fault.message().toString());

    @Override
    public int compareTo(Fault other) {
        return BY_PLACE.compare(this, other);
    }
}
