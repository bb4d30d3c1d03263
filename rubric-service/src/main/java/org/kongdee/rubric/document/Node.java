package org.kongdee.rubric.document;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A part of the tree: a group of others (dimension, area, instrument), or a criterion. */
public sealed interface Node permits Group, Criterion {

    /** Unique in the rubric. */
    String code();

    DocumentText title();

    /** The weight under a {@code weighted} parent; null under any other. */
    @Nullable BigDecimal weight();

    /** The most points it can have, if everything in it applies. */
    BigDecimal max();
}
