/** Text for terminals. */
@NullMarked
package org.kongdee.stack.text;

import org.jspecify.annotations.NullMarked;
