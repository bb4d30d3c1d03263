/**
 * What a person is not told of for now (snoozed) or at all (not theirs), and how that is taken
 * back.
 */
@NullMarked
package org.kongdee.notification.silence;

import org.jspecify.annotations.NullMarked;
