package org.kongdee.rubric.unit;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.web.params.Keys;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.MostCharacters;

/**
 * A section of a unit; its head answers for the criteria it owns.
 *
 * @param code unique in the unit; 1 to 32 of A-Z, 0-9 and -
 * @param title what it is called, at most 1,000 characters in each language
 */
public record Section(
        @Schema(examples = "LEGAL")
                @NotNull
                @Pattern(regexp = Keys.UPPER, message = Keys.UPPER_HINT)
                String code,
        @NotNull @MostCharacters(MostCharacters.TITLE) LocalizedText title) {

    /** What evidence of a unit with these sections counts in. */
    public static Scope scope(List<Section> sections, Period period) {
        return new Scope(
                period,
                sections.stream().map(Section::code).collect(toUnmodifiableSet()),
                sections.stream().collect(toUnmodifiableMap(Section::code, Section::title)));
    }
}
