/**
 * Bodies of requests while they arrive. No worker thread waits for a sender: what is held whole is
 * read before its operation begins, and streams are read on virtual threads.
 */
@NullMarked
package org.kongdee.web.body;

import org.jspecify.annotations.NullMarked;
