@NullMarked
package org.kongdee.evidence.collection;

import org.jspecify.annotations.NullMarked;
