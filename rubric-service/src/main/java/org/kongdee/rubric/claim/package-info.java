/**
 * Claims as JSON: how they are read and written, and how the contract tells of them; and as they
 * stand in the cells of tables.
 */
@NullMarked
package org.kongdee.rubric.claim;

import org.jspecify.annotations.NullMarked;
