package org.kongdee.web.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A way in which an operation refuses, for its contract: the status, when, and the types of the
 * problems that it then answers, each of which the contract shows as a named example. What is
 * refused before an operation runs needs no mention; {@link Contract} tells it of all of them.
 */
@Repeatable(Refuses.All.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Refuses {

    /** The HTTP status. */
    int status();

    /**
     * The last part of each problem's type, as docs/problems.md has them. May be left out of 404,
     * 412, 416, 428 and 507, which have one type each.
     */
    String[] types() default {};

    /** In which case, as a sentence without its full stop. */
    String when();

    /** For the compiler. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @interface All {
        Refuses[] value();
    }
}
