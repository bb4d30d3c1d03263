/**
 * Scoring: claims, what evidence supports, and points, exactly, for every node of a rubric. Pure
 * functions; no time, no database.
 */
@NullMarked
package org.kongdee.rubric.scoring;

import org.jspecify.annotations.NullMarked;
