@NullMarked
package org.kongdee.evidence.link;

import org.jspecify.annotations.NullMarked;
