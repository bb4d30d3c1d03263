package org.kongdee.rubric.facts;

import java.util.Map;
import java.util.Optional;

/** The facts of one criterion, by kind of evidence. A kind without evidence is not there. */
public record Facts(Map<String, KindFacts> kinds) {

    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        kinds = Map.copyOf(kinds);
    }

    public Optional<KindFacts> of(String kind) {
        return Optional.ofNullable(kinds.get(kind));
    }

    /** Whether no evidence counts at all. */
    public boolean isEmpty() {
        return kinds.isEmpty();
    }
}
