/** The change feed: which unit and slot somebody who mirrors facts must look at again. */
@NullMarked
package org.kongdee.evidence.change;

import org.jspecify.annotations.NullMarked;
