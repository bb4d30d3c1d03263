package org.kongdee.web.security;

import java.util.List;

/**
 * The roles of a token, for {@code @RolesAllowed}. What each may do stands in docs/architecture.md.
 */
public final class Roles {

    /** Writes rubrics. */
    public static final String AUTHOR = "author";

    /** Runs units, cycles, policies, deadlines and recipients. */
    public static final String ORGANISER = "organiser";

    /** Scores for the committee and reviews evidence, never for the own unit. */
    public static final String ASSESSOR = "assessor";

    /** Works for the unit in the token's {@code unit} claim and sees that unit only. */
    public static final String OFFICER = "officer";

    /** Reads all but files and recipients. */
    public static final String VIEWER = "viewer";

    /** HR automation: self-scores in bulk, units, recipients. */
    public static final String AUTOMATION = "automation";

    /** A neighbour service. */
    public static final String SERVICE = "service";

    /** All of them; a token may name others, which mean nothing here. */
    public static final List<String> ALL =
            List.of(AUTHOR, ORGANISER, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE);

    /** Whoever shows a token that holds, in any role or none; as Jakarta writes it. */
    public static final String KNOWN = "**";

    private Roles() {}
}
