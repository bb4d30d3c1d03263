package org.kongdee.evidence.collection;

/**
 * How slots, kinds, channels and the names of stated fields are written; what has a path of its own
 * is in {@code Keys}.
 */
public final class Codes {

    public static final String SLOT = "^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$";

    /** Kinds, channels and the names of stated fields. */
    public static final String WORD = "^[a-z0-9][a-z0-9-]{0,63}$";

    private Codes() {}
}
