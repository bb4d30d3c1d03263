/** What a mail looks like: its texts, its attachment and its headers. */
@NullMarked
package org.kongdee.notification.message;

import org.jspecify.annotations.NullMarked;
