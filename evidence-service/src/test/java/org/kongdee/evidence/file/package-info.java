@NullMarked
package org.kongdee.evidence.file;

import org.jspecify.annotations.NullMarked;
