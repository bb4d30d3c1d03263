@NullMarked
package org.kongdee.evidence.storage;

import org.jspecify.annotations.NullMarked;
