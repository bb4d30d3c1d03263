/**
 * The bytes behind files, as the database knows them: their state, who still needs them, whether
 * they are whole.
 */
@NullMarked
package org.kongdee.evidence.content;

import org.jspecify.annotations.NullMarked;
