/** Where units and their sections stand, for boards that show many of them. */
@NullMarked
package org.kongdee.rubric.standing;

import org.jspecify.annotations.NullMarked;
