/** What a person has to do. */
@NullMarked
package org.kongdee.notification.people;

import org.jspecify.annotations.NullMarked;
