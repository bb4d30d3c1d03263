/** Tells at once who filed evidence that it was rejected. */
@NullMarked
package org.kongdee.notification.rejection;

import org.jspecify.annotations.NullMarked;
