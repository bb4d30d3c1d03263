package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;

/** The request arrives more slowly than is waited for; nothing was kept of it. */
public final class TooSlow extends Fault {

    public TooSlow(String detail) {
        super("too-slow", detail, List.of(), Map.of());
    }
}
