/**
 * Bytes under their SHA-256: received, made durable, read, removed. Knows nothing of items or the
 * database.
 */
@NullMarked
package org.kongdee.evidence.storage;

import org.jspecify.annotations.NullMarked;
