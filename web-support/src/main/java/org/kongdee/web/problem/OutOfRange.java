package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** A range is asked for of which there is not one byte. */
public final class OutOfRange extends Fault {

    private final long size;

    /**
     * @param size how many bytes there are
     */
    public OutOfRange(long size, Message detail) {
        super("out-of-range", detail, List.of(FieldError.parameter("Range", detail)), Map.of());
        this.size = size;
    }

    public long size() {
        return size;
    }
}
