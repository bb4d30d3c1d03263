package org.kongdee.notification.task;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.wording.Lines;
import org.kongdee.web.text.LocalizedText;

/**
 * A title in both languages.
 *
 * @param en in English: one line of at most 300 characters, not blank
 * @param th in Thai: one line of at most 300 characters, not blank
 */
@Schema(examples = "{\"en\": \"Spending report\", \"th\": \"รายงานการใช้จ่าย\"}")
public record Title(
        @Size(max = MOST, message = "a title has at most 300 characters")
                @Pattern(
                        regexp = Lines.NOT_BLANK,
                        message = "the title needs a text of one line in English (en)")
                String en,
        @Size(max = MOST, message = "a title has at most 300 characters")
                @Pattern(
                        regexp = Lines.NOT_BLANK,
                        message = "the title needs a text of one line in Thai (th)")
                String th) {

    private static final int MOST = 300;

    /** For the contract: a text that stands for both languages. */
    @Schema(
            name = "TitleInBoth",
            type = SchemaType.STRING,
            description = "One text for both languages: one line of at most 300 characters",
            maxLength = MOST,
            pattern = Lines.NOT_BLANK,
            examples = "Spending report")
    static final class InBoth {
        private InBoth() {}
    }

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
