/**
 * Evidence items: filed, reviewed, changed by new versions, withdrawn, purged; every step in their
 * history.
 */
@NullMarked
package org.kongdee.evidence.item;

import org.jspecify.annotations.NullMarked;
