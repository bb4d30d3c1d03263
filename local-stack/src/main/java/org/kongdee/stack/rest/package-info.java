/** Requests to the services as any client makes them. */
@NullMarked
package org.kongdee.stack.rest;

import org.jspecify.annotations.NullMarked;
