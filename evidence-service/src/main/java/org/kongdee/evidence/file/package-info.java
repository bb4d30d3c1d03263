/** Files: what they are, by their bytes, what they may be called, and parts of them. */
@NullMarked
package org.kongdee.evidence.file;

import org.jspecify.annotations.NullMarked;
