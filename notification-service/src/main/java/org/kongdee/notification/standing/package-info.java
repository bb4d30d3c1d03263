/** Where units and their sections stand, as rubric-service tells it. */
@NullMarked
package org.kongdee.notification.standing;

import org.jspecify.annotations.NullMarked;
