@NullMarked
package org.kongdee.evidence;

import org.jspecify.annotations.NullMarked;
