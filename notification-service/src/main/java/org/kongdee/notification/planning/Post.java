package org.kongdee.notification.planning;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A place that somebody holds. Who acts for others has several.
 *
 * @param sections whose work it is; empty means all of the unit's
 */
public record Post(String unit, Set<String> sections, Role role) {

    public Post {
        SortedSet<String> sorted = new TreeSet<>(sections);
        sections = Collections.unmodifiableSet(sorted);
    }

    boolean isIn(String ofUnit) {
        return unit.equals(ofUnit);
    }

    /** Whether whoever holds it does the work of sections. */
    boolean works() {
        return role == Role.OFFICER || role == Role.HEAD;
    }

    boolean covers(String section) {
        return sections.isEmpty() || sections.contains(section);
    }
}
