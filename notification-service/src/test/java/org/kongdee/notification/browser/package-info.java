/** What only a real browser can show. */
@NullMarked
package org.kongdee.notification.browser;

import org.jspecify.annotations.NullMarked;
