package org.kongdee.rubric.unit;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.params.Keys;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.MostCharacters;

/**
 * One unit of many.
 *
 * @param title what it is called, at most 1,000 characters in each language
 * @param sections in the order in which they are shown; none is allowed
 * @param ifMatch the ETag that the line replaces, or {@code *}; needed where the unit is there and
 *     differs, unless the request says {@code overwrite=true}
 */
public record UnitLine(
        @Schema(examples = "SLK") @NotNull @Pattern(regexp = Keys.UPPER, message = Keys.UPPER_HINT)
                String unit,
        @NotNull @MostCharacters(MostCharacters.TITLE) LocalizedText title,
        @JsonProperty(defaultValue = "[]") @Size(max = 100) List<@Valid Section> sections,
        @Nullable String ifMatch) {

    public UnitLine {
        sections = sections == null ? List.of() : List.copyOf(sections);
    }

    static final String EXAMPLE =
            """
            [{"unit":"SLK","title":{"en":"Office of the Secretary","th":"สำนักงานเลขานุการกรม"},
              "sections":[{"code":"LEGAL","title":{"en":"Legal affairs","th":"ส่วนนิติการ"}}]},
             {"unit":"KPI","title":{"en":"Planning division","th":"กองนโยบายและแผน"},"sections":[]}]
            """;

    PutUnit content() {
        return new PutUnit(title, sections);
    }
}
