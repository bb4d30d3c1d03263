/**
 * Scores: the claim that stands for a criterion, written one by one or in bulk, with the history of
 * every change.
 */
@NullMarked
package org.kongdee.rubric.score;

import org.jspecify.annotations.NullMarked;
