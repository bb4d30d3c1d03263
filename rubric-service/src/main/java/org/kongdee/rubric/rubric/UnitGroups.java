package org.kongdee.rubric.rubric;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/** The groups of units that a rubric has, and the one that a unit is in. */
public final class UnitGroups {

    /** The problem of a group that does not fit the rubric. */
    public static final String UNKNOWN = "unknown-group";

    private UnitGroups() {}

    /**
     * What is wrong with a unit's group: a rubric with groups needs one of them, any other none.
     *
     * @param group null for none
     */
    public static Optional<Message> fault(Rubric rubric, @Nullable String group) {
        if (group == null ? rubric.unitGroups().isEmpty() : rubric.hasGroup(group)) {
            return Optional.empty();
        }
        List<String> codes = rubric.unitGroups().stream().map(Rubric.Named::code).toList();
        if (group == null) {
            return Optional.of(Message.of("name the group of the unit: %s", codes));
        }
        return Optional.of(
                codes.isEmpty()
                        ? Message.of("the rubric has no groups of units; leave it out")
                        : Message.of("there is no group '%s'; the groups are %s", group, codes));
    }

    /**
     * @throws RuleBroken if the group of a request does not fit
     */
    public static void check(Rubric rubric, @Nullable String group) {
        fault(rubric, group)
                .ifPresent(
                        fault -> {
                            throw new RuleBroken(
                                    UNKNOWN,
                                    Message.of("The group does not fit the rubric: %s.", fault),
                                    List.of(FieldError.at("/group", fault)));
                        });
    }

    /**
     * @throws RuleBroken if a group that a list is asked for is none of the rubric's
     */
    public static void checkFilter(Rubric rubric, @Nullable String group) {
        if (group != null) {
            fault(rubric, group)
                    .ifPresent(
                            fault -> {
                                throw RuleBroken.parameter(UNKNOWN, "group", fault);
                            });
        }
    }
}
