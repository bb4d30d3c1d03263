package org.kongdee.evidence.collection;

import java.util.Optional;

/**
 * The place that evidence is to have in a collection.
 *
 * @param days of its period
 * @param slot empty if the collection has no such slot
 * @param unit empty if the unit is not enrolled
 */
public record Place(
        String collection,
        CollectionStatus status,
        CollectionDays days,
        Optional<Slot> slot,
        Optional<UnitView> unit) {}
