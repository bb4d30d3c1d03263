/**
 * Long answers. What a reader does not take yet waits on disk, not in a transaction, and a reader
 * who stops is cut off.
 */
@NullMarked
package org.kongdee.web.answer;

import org.jspecify.annotations.NullMarked;
