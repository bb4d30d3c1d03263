/** A small HTTP server for programs and browsers of this machine, and nobody else. */
@NullMarked
package org.kongdee.stack.http;

import org.jspecify.annotations.NullMarked;
