package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** The request arrives more slowly than is waited for; nothing was kept of it. */
public final class TooSlow extends Fault {

    public TooSlow(Message detail) {
        super("too-slow", detail, List.of(), Map.of());
    }
}
