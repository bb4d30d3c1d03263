package org.kongdee.web.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How large a body an operation takes. One that says nothing takes 1 MiB, held whole.
 *
 * <p>A body that is held whole has arrived before the operation begins: nobody waits for its
 * sender. One that is streamed is read by the operation, which therefore runs on a virtual thread.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesBody {

    int MEBI = 1 << 20;

    /** Of many lines in one JSON array, and of what is as large. */
    int MANY = 4 * MEBI;

    /** A limit that the operation sets itself, part by part. */
    long OWN_LIMIT = Long.MAX_VALUE;

    /** The most bytes that are held whole. */
    int most() default MEBI;

    /** The media types of which it reads a stream instead. */
    String[] streamed() default {};

    /** The most bytes of a stream. */
    long mostStreamed() default OWN_LIMIT;
}
