package org.kongdee.evidence.file;

import java.io.IOException;
import java.util.List;

/**
 * A reason not to take a file, found while looking at it. It comes out of the streams that are
 * looked at, too, and so is what these may throw.
 */
final class NotTaken extends IOException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<Object> particulars;

    NotTaken(Refusal refusal, Object... particulars) {
        super(refusal.name());
        this.refusal = refusal;
        this.particulars = List.of(particulars);
    }

    Refusal refusal() {
        return refusal;
    }

    FileType.Refused of(FileName name, List<String> taken) {
        return refusal.of(name, particulars, taken);
    }
}
