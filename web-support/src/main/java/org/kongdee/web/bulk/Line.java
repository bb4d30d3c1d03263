package org.kongdee.web.bulk;

import org.kongdee.web.problem.Fault;

/** One line of a bulk request: what it says, or why it cannot be read. */
public sealed interface Line<T> {

    /** Counted from 1. */
    int number();

    record Readable<T>(int number, T value) implements Line<T> {}

    record Unreadable<T>(int number, Fault fault) implements Line<T> {}
}
