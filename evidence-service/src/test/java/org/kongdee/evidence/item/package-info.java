@NullMarked
package org.kongdee.evidence.item;

import org.jspecify.annotations.NullMarked;
