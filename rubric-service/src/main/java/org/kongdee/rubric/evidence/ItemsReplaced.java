package org.kongdee.rubric.evidence;

import java.util.List;

/**
 * Evidence-service says other things of a unit's items than before; told in the transaction that
 * keeps them.
 */
public record ItemsReplaced(String cycle, String unit, List<CountedItem> items) {

    public ItemsReplaced {
        items = List.copyOf(items);
    }
}
