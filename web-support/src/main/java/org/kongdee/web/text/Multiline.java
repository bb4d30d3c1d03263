package org.kongdee.web.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of a member that people write at length: its text may be {@link Text#LINES}, where any other is
 * {@link Text#LINE}. Of a list or a map it speaks of the texts inside.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Multiline {}
