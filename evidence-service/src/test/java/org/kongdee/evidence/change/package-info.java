@NullMarked
package org.kongdee.evidence.change;

import org.jspecify.annotations.NullMarked;
