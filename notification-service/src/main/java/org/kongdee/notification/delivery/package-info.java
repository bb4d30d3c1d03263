/** From the outbox to the mail server: once, or in doubt and said so. */
@NullMarked
package org.kongdee.notification.delivery;

import org.jspecify.annotations.NullMarked;
