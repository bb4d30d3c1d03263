/**
 * Milestones: the due dates of every enrolled unit, what is missing for them, and what people say
 * about them.
 */
@NullMarked
package org.kongdee.rubric.milestone;

import org.jspecify.annotations.NullMarked;
