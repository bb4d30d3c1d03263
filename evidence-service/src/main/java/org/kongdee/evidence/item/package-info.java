/**
 * Evidence items: corrected, reviewed, replaced, withdrawn, purged; every step in their history.
 */
@NullMarked
package org.kongdee.evidence.item;

import org.jspecify.annotations.NullMarked;
