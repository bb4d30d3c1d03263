/** The suite on one machine: its parts, started and stopped together. */
@NullMarked
package org.kongdee.stack.suite;

import org.jspecify.annotations.NullMarked;
