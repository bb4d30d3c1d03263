/**
 * Every error as an RFC 9457 problem: faults that features throw, and the one place that turns them
 * into answers.
 */
@NullMarked
package org.kongdee.web.problem;

import org.jspecify.annotations.NullMarked;
