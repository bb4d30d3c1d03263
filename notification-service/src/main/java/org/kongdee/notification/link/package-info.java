/** Signed links: what a mail lets its reader do without signing in. */
@NullMarked
package org.kongdee.notification.link;

import org.jspecify.annotations.NullMarked;
