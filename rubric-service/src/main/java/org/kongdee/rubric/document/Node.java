package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the tree: a group of others (dimension, area, instrument), or a criterion. */
public sealed interface Node permits Group, Criterion {

    /** Unique in the rubric. */
    String code();

    DocumentText title();

    /** The number that people know it by, in any script; null if that is its code. */
    @Nullable String label();

    /** The weight under a {@code weighted} parent; null under any other. */
    @Nullable BigDecimal weight();

    /** What people know it by. */
    default String shown() {
        String label = label();
        return label == null ? code() : label;
    }

    /** The groups of units that have it; none means all. */
    List<String> appliesTo();

    /** Whether units of this group have it; a unit of no group has all. */
    default boolean appliesTo(@Nullable String group) {
        return group == null || appliesTo().isEmpty() || appliesTo().contains(group);
    }

    /** What it can add to a sum: nothing, if it takes away. */
    default BigDecimal adds() {
        return this instanceof Criterion criterion && criterion.deducts() ? BigDecimal.ZERO : max();
    }

    /** The most points it can have, if everything in it applies. */
    BigDecimal max();
}
