/** When reminders go out, and which days are not worked. */
@NullMarked
package org.kongdee.notification.policy;

import org.jspecify.annotations.NullMarked;
