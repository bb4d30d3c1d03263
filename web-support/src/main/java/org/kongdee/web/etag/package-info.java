/** Optimistic concurrency over HTTP: entity tags and the preconditions on them. */
@NullMarked
package org.kongdee.web.etag;

import org.jspecify.annotations.NullMarked;
