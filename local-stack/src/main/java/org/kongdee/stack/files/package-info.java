/** The files of the local stack: private ones, secrets, logs. */
@NullMarked
package org.kongdee.stack.files;

import org.jspecify.annotations.NullMarked;
