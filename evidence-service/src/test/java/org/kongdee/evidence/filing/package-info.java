@NullMarked
package org.kongdee.evidence.filing;

import org.jspecify.annotations.NullMarked;
