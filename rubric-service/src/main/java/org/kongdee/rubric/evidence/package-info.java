/** evidence-service as this service sees it. */
@NullMarked
package org.kongdee.rubric.evidence;

import org.jspecify.annotations.NullMarked;
