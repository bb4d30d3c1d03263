/**
 * What a unit's evidence for one criterion amounts to: counts, channels, sections, dates and
 * coverage, with no word about points.
 */
@NullMarked
package org.kongdee.rubric.facts;

import org.jspecify.annotations.NullMarked;
