/** Scoring without storing: claims or evidence in, points and reasons out. */
@NullMarked
package org.kongdee.rubric.evaluation;

import org.jspecify.annotations.NullMarked;
