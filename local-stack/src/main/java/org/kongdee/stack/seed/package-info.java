/** What a new installation starts with. */
@NullMarked
package org.kongdee.stack.seed;

import org.jspecify.annotations.NullMarked;
