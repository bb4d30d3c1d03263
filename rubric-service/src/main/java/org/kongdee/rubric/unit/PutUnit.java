package org.kongdee.rubric.unit;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.MostCharacters;

/**
 * A unit as the organiser wants it.
 *
 * @param title what it is called, at most 1,000 characters in each language
 */
@Schema(
        examples =
                """
                {"title":{"en":"Office of the Secretary","th":"สำนักงานเลขานุการกรม"},
                 "sections":[{"code":"LEGAL","title":{"en":"Legal affairs","th":"ส่วนนิติการ"}}]}
                """)
public record PutUnit(
        @NotNull @MostCharacters(MostCharacters.TITLE) LocalizedText title,
        @Schema(description = "In the order in which they are shown; none is allowed")
                @JsonProperty(defaultValue = "[]")
                @Size(max = 100)
                List<@Valid Section> sections) {

    public PutUnit {
        sections = sections == null ? List.of() : List.copyOf(sections);
        refuseDoubled(sections);
    }

    private static void refuseDoubled(List<Section> sections) {
        var seen = new HashSet<String>();
        for (int i = 0; i < sections.size(); i++) {
            if (!seen.add(sections.get(i).code())) {
                throw RuleBroken.at(
                        "duplicate-section",
                        "/sections/" + i + "/code",
                        Message.of(
                                "The section '%s' stands twice; codes are unique in a unit.",
                                sections.get(i).code()));
            }
        }
    }
}
