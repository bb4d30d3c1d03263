package org.kongdee.notification.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.text.Multiline;

/**
 * What a mail system reports of a mail that came back.
 *
 * @param reply the Diagnostic-Code of the delivery status notification; at most 1,000 characters
 */
@Schema(examples = "{\"reply\": \"550 5.1.1 no such user here\"}")
record ReportBounce(
        @Multiline
                @NotBlank(message = "reply is required: the Diagnostic-Code of the report")
                @Size(max = 1000, message = "reply has at most 1,000 characters")
                @Schema(examples = "550 5.1.1 no such user here")
                String reply) {}
