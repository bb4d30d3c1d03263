package org.kongdee.rubric.assessment;

import java.util.Map;

/** The claims of a unit as they stand, which the room of the scores knows. */
public interface StandingClaims {

    /** By stage, those of each criterion as JSON; a stage without claims is not there. */
    Map<Stage, String> of(String cycle, String unit);
}
