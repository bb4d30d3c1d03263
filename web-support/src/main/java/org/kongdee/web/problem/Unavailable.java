package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;

/** Something this service needs does not answer; the same request may succeed later. */
public final class Unavailable extends Fault {

    public Unavailable(String detail) {
        super("unavailable", detail, List.of(), Map.of());
    }
}
