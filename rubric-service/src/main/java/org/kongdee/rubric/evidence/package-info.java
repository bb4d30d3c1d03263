/**
 * The neighbour that keeps the evidence: what it is told of cycles and units, what it tells of
 * items, and what of them counts.
 */
@NullMarked
package org.kongdee.rubric.evidence;

import org.jspecify.annotations.NullMarked;
