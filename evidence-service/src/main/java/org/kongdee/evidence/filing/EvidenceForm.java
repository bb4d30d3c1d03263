package org.kongdee.evidence.filing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.evidence.item.FileEvidence;

/**
 * An upload as the contract describes it; it is read part by part, and never an object.
 *
 * @param metadata the first part, as JSON
 * @param file one part for each file
 */
@Schema(name = "EvidenceForm")
record EvidenceForm(
        @Schema(required = true) FileEvidence metadata, @Schema(required = true) List<Bytes> file) {

    static final String EXAMPLE =
            """
            {"metadata": {"unit":"SLK","slot":"1.1.2","kind":"communication","channel":"line","section":"LEGAL",
                          "title":"ประกาศงดรับของขวัญ","date":"2022-01-10"},
             "file": ["ประกาศ.pdf"]}
            """;

    static final String DESCRIPTION =
            """
            Files are sent as multipart/form-data: the part 'metadata' (JSON) first, then a part 'file' for each; when \
            the answer is 201 they are on disk. By curl: `-F 'metadata={"unit":"SLK",…};type=application/json' -F 'file=@ประกาศ.pdf'`.""";

    /** The bytes of a file, under its name. */
    @Schema(name = "File", type = SchemaType.STRING, format = "binary")
    interface Bytes {}
}
