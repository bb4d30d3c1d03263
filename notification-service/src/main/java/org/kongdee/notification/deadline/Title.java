package org.kongdee.notification.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/** A title in both languages; a plain text stands for both. */
@Schema(
        description = "Both languages; a plain text instead of the object stands for both",
        examples = "{\"en\": \"Spending report\", \"th\": \"รายงานการใช้จ่าย\"}")
public record Title(
        @NotBlank(message = "the title needs a text in English (en)")
                @Size(max = 300, message = "a title has at most 300 characters")
                @Pattern(regexp = ONE_LINE, message = "a title is one line")
                String en,
        @NotBlank(message = "the title needs a text in Thai (th)")
                @Size(max = 300, message = "a title has at most 300 characters")
                @Pattern(regexp = ONE_LINE, message = "a title is one line")
                String th) {

    private static final String ONE_LINE = "[^\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]*";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Title of(String both) {
        return new Title(both, both);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Title of(
            @JsonProperty("en") @Nullable String en, @JsonProperty("th") @Nullable String th) {
        return new Title(en == null ? "" : en, th == null ? "" : th);
    }

    LocalizedText text() {
        return new LocalizedText(en.strip(), th.strip());
    }
}
