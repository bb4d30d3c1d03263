@NullMarked
package org.kongdee.evidence.content;

import org.jspecify.annotations.NullMarked;
