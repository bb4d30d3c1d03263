package org.kongdee.web.params;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For what people open by an address that they were given: calendar programs, mail gateways and
 * those who count clicks put query parameters of their own behind it, which are passed over. An
 * operation that has any of its own does not have this.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesAnyQuery {}
