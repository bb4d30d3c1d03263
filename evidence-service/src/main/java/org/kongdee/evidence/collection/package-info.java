/**
 * Collections: what evidence is gathered for, by which units, in which slots. Of points they know
 * nothing.
 */
@NullMarked
package org.kongdee.evidence.collection;

import org.jspecify.annotations.NullMarked;
