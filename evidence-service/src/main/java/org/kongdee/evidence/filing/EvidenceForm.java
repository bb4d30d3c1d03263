package org.kongdee.evidence.filing;

import jakarta.validation.constraints.Size;
import java.io.File;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.evidence.item.FileEvidence;

/**
 * Evidence with its files, as the parts of a form.
 *
 * <p>For the contract only: a form is read part by part, and never an object.
 *
 * @param metadata what the item says, as JSON; the first part
 * @param file the bytes of a file under its name, a part for each
 */
@Schema(name = "EvidenceForm")
record EvidenceForm(FileEvidence metadata, @Size(min = 1) List<File> file) {

    static final String EXAMPLE =
            """
            {"metadata": {"unit":"SLK","slot":"1.1.2","kind":"communication","channel":"line","section":"LEGAL",
                          "title":"ประกาศงดรับของขวัญ","date":"2022-01-10"},
             "file": ["ประกาศ.pdf"]}
            """;

    static final String DESCRIPTION =
            """
            The part `metadata` (JSON) comes first, then a part `file` for each file; when the answer is 201 they are on disk. \
            By curl: `-F 'metadata={"unit":"SLK",…};type=application/json' -F 'file=@ประกาศ.pdf'`.""";
}
