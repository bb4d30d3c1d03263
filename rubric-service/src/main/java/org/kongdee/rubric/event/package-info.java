/**
 * What changes in a cycle, as it changes: scores, evidence and milestones as server-sent events.
 */
@NullMarked
package org.kongdee.rubric.event;

import org.jspecify.annotations.NullMarked;
