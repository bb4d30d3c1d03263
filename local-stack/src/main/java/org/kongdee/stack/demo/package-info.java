/**
 * {@code suite demo}: the evidence of a division, as we read it from its minutes, scored and shown.
 */
@NullMarked
package org.kongdee.stack.demo;

import org.jspecify.annotations.NullMarked;
