package org.kongdee.rubric.document;

import java.util.List;
import java.util.TreeSet;
import org.kongdee.rubric.document.Tree.Place;
import org.kongdee.web.text.Message;

/**
 * Collects what is wrong with a document, or odd about it: the first in the order of their places,
 * and how many more there are. No real document has as many as are kept.
 */
final class Faults {

    private final int most;
    private final TreeSet<Fault> first = new TreeSet<>();
    private int more;

    Faults(int most) {
        this.most = most;
    }

    void add(String path, Place place, Message message) {
        boolean isNew = first.add(new Fault(path, place.line(), place.column(), message));
        if (isNew && first.size() > most) {
            first.remove(first.last());
            more++;
        }
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    List<Fault> first() {
        return List.copyOf(first);
    }

    /** How many there are besides. */
    int more() {
        return more;
    }
}
