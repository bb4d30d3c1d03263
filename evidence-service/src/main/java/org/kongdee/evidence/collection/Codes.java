package org.kongdee.evidence.collection;

/**
 * How slots, kinds, channels and the names of stated fields are written; what has a path of its own
 * is in {@code Keys}.
 */
public final class Codes {

    public static final String SLOT = "^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$";

    public static final String SLOT_HINT =
            "1 to 32 of A-Z, a-z, 0-9, . and -, starting with a letter or digit, for example 1.1.2";

    /** Kinds, channels and the names of stated fields. */
    public static final String WORD = "^[a-z0-9][a-z0-9-]{0,63}$";

    public static final String WORD_HINT =
            "1 to 64 of a-z, 0-9 and -, starting with a letter or digit, for example signed-agreement";

    private Codes() {}
}
