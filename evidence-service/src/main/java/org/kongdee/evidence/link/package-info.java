/** Evidence that is a link: what may be linked to, and whether it is still there. */
@NullMarked
package org.kongdee.evidence.link;

import org.jspecify.annotations.NullMarked;
