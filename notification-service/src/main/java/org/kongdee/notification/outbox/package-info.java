/** Mails to be sent: the table that planning writes and delivery empties. */
@NullMarked
package org.kongdee.notification.outbox;

import org.jspecify.annotations.NullMarked;
