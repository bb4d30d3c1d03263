/** Business time, which a rehearsal may shift, apart from real time. */
@NullMarked
package org.kongdee.web.clock;

import org.jspecify.annotations.NullMarked;
