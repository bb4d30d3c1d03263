@NullMarked
package org.kongdee.evidence.scan;

import org.jspecify.annotations.NullMarked;
