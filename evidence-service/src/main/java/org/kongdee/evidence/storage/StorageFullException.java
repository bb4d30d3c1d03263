package org.kongdee.evidence.storage;

import java.io.IOException;

/** The storage has no room for these bytes. */
public final class StorageFullException extends IOException {

    private static final long serialVersionUID = 1L;

    public StorageFullException(String message, IOException cause) {
        super(message, cause);
    }

    StorageFullException(String message) {
        super(message);
    }
}
