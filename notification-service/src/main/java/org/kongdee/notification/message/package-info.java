/** Mails: the table that is a queue, what became of each, and what one looks like on its way. */
@NullMarked
package org.kongdee.notification.message;

import org.jspecify.annotations.NullMarked;
