/**
 * What evidence supports, why, and what is missing for the next points; and taking what it supports
 * as scores.
 */
@NullMarked
package org.kongdee.rubric.readiness;

import org.jspecify.annotations.NullMarked;
