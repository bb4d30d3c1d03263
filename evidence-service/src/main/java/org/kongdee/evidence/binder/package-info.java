/** The binder: all accepted evidence of a unit in one ZIP that opens everywhere. */
@NullMarked
package org.kongdee.evidence.binder;

import org.jspecify.annotations.NullMarked;
