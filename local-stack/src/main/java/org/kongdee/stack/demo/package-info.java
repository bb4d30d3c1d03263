/** {@code suite demo}: the division's real evidence, scored and shown. */
@NullMarked
package org.kongdee.stack.demo;

import org.jspecify.annotations.NullMarked;
