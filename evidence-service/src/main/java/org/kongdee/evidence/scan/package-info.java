/** Antivirus: every file waits for its verdict before anybody gets it. */
@NullMarked
package org.kongdee.evidence.scan;

import org.jspecify.annotations.NullMarked;
