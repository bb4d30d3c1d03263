/** Filing: taking evidence in, with its files, where it fits and within the limits. */
@NullMarked
package org.kongdee.evidence.filing;

import org.jspecify.annotations.NullMarked;
