package org.kongdee.rubric.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Forbidden;
import org.kongdee.web.security.Caller;
import org.kongdee.web.security.Roles;
import org.kongdee.web.text.Message;

/**
 * Which stages a caller follows through a whole cycle. Units and automation follow what units
 * claim; what the committee says reaches them when it is published, and not a mark at a time.
 */
@ApplicationScoped
public class FollowedStages {

    private final Caller caller;

    FollowedStages(Caller caller) {
        this.caller = caller;
    }

    public Set<Stage> all() {
        return caller.isAny(Roles.ORGANISER, Roles.ASSESSOR, Roles.VIEWER, Roles.SERVICE)
                ? EnumSet.allOf(Stage.class)
                : EnumSet.of(Stage.SELF);
    }

    /**
     * @param asked null for all that the caller follows
     * @throws Forbidden if the caller does not follow that stage
     */
    public Set<Stage> asked(@Nullable Stage asked) {
        Set<Stage> all = all();
        if (asked == null) {
            return all;
        }
        if (!all.contains(asked)) {
            throw new Forbidden(
                    Message.of(
                            "Only organisers, assessors and viewers follow the stage COMMITTEE of a cycle."));
        }
        return EnumSet.of(asked);
    }
}
