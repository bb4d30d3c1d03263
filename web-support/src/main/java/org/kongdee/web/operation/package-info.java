/** What operations a service has, read once from its resources. */
@NullMarked
package org.kongdee.web.operation;

import org.jspecify.annotations.NullMarked;
