/**
 * The files of an item: what they are, what they are called, how they are sent, whether they are
 * still whole.
 */
@NullMarked
package org.kongdee.evidence.file;

import org.jspecify.annotations.NullMarked;
