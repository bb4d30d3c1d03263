package org.kongdee.rubric.document;

import java.util.List;

/** What reading a document gives: what it says, or all that is wrong with it. */
public sealed interface Reading<T> {

    /**
     * A document without a fault.
     *
     * @param warnings what is odd about it: all of it, or the first so many
     */
    record Accepted<T>(T content, List<Warning> warnings) implements Reading<T> {

        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * What is wrong with the document.
     *
     * @param faults all of it, or the first {@value DocumentReader#MOST_FAULTS}; never empty
     * @param more how many faults there are besides
     */
    record Refused<T>(List<Fault> faults, int more) implements Reading<T> {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
