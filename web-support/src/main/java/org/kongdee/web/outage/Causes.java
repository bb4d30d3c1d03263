package org.kongdee.web.outage;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What lies behind an exception: its causes, and what was suppressed on the way. */
public final class Causes {

    private Causes() {}

    /** The first of a type, the exception itself included. */
    public static <T> Optional<T> find(Throwable e, Class<T> type) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var next = new ArrayDeque<Throwable>();
        next.add(e);
        while (!next.isEmpty()) {
            Throwable each = next.remove();
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
            if (seen.add(each)) {
                if (each.getCause() != null) {
                    next.add(each.getCause());
                }
                next.addAll(List.of(each.getSuppressed()));
            }
        }
        return Optional.empty();
    }
}
