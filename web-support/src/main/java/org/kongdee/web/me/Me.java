package org.kongdee.web.me;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * Who calls.
 *
 * @param subject the {@code sub} of the token, by which histories name the caller
 * @param name what the token calls the caller; null if it says nothing
 * @param roles those of the token that mean something here, in the order of the alphabet
 * @param unit the unit in the token; null for people of none
 * @param unitTitle what that unit is called; null where there is no unit, or this service does not
 *     know its title
 * @param sees what the caller sees of units
 * @param may the operations of this contract that the caller's roles allow, by operationId, in the
 *     order of the alphabet; what one of them refuses all the same, such as judging the own unit,
 *     it says itself
 */
@Schema(
        examples =
                """
                {"subject": "8d1f", "name": "Malee Chaidee", "roles": ["officer"], "unit": "SLK",
                 "unitTitle": {"en": "Secretariat", "th": "สำนักงานเลขานุการกรม"}, "sees": "OWN_UNIT", "may": ["getMe", "getUnit"]}""")
public record Me(
        String subject,
        @Nullable String name,
        List<String> roles,
        @Nullable String unit,
        @Nullable LocalizedText unitTitle,
        Sees sees,
        List<String> may) {

    public Me {
        roles = List.copyOf(roles);
        may = List.copyOf(may);
    }

    /** All units, the own one only, or none: with no role, or as an officer of no unit. */
    public enum Sees {
        ALL,
        OWN_UNIT,
        NOTHING
    }
}
