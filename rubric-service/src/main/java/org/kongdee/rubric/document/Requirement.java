package org.kongdee.rubric.document;

import java.math.BigDecimal;

/**
 * What a gate asks for: so many points of a criterion. A criterion that does not apply is not asked
 * for.
 *
 * @param points of the criterion, at least; more than 0
 */
public record Requirement(String criterion, BigDecimal points) {}
