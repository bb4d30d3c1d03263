package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;

/** There is no room to store this; nothing was kept of it. */
public final class StorageFull extends Fault {

    public StorageFull(String detail) {
        super("storage-full", detail, List.of(), Map.of());
    }
}
