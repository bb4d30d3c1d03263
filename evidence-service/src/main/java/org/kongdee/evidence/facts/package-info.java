/**
 * What the evidence of units amounts to: counts, channels, sections, dates and merged coverage, by
 * slot and kind.
 */
@NullMarked
package org.kongdee.evidence.facts;

import org.jspecify.annotations.NullMarked;
