/** The SMTP inbox: mail to anybody is taken and kept as files, and sent on to nobody. */
@NullMarked
package org.kongdee.stack.inbox;

import org.jspecify.annotations.NullMarked;
