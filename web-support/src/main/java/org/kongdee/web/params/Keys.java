package org.kongdee.web.params;

/** Natural keys, as they stand in paths; for {@code @Pattern}. */
public final class Keys {

    /** Units and sections, for example {@code SLK} or {@code HR-DEVELOPMENT}. */
    public static final String UPPER = "^[A-Z0-9][A-Z0-9-]{0,31}$";

    public static final String UPPER_HINT =
            "1 to 32 of A-Z, 0-9 and -, starting with a letter or digit, for example SLK";

    /** Rubrics, cycles and policies, for example {@code division-contest}. */
    public static final String LOWER = "^[a-z0-9][a-z0-9-]{0,31}$";

    public static final String LOWER_HINT =
            "1 to 32 of a-z, 0-9 and -, starting with a letter or digit, for example division-contest";

    private Keys() {}
}
