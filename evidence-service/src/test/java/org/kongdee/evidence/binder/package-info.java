@NullMarked
package org.kongdee.evidence.binder;

import org.jspecify.annotations.NullMarked;
