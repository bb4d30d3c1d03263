package org.kongdee.client.list;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.kongdee.client.ConnectionException;
import org.kongdee.client.Request;

/** The lines of an NDJSON answer, of which one is in memory at a time. */
final class LineReader implements AutoCloseable {

    /** Far more than a service writes; what is longer is no line. */
    private static final int LONGEST = 16 << 20;

    private final Request request;
    private final InputStream bytes;
    private boolean open = true;

    LineReader(Request request, InputStream bytes) {
        this.request = request;
        this.bytes = new BufferedInputStream(bytes, 1 << 16);
    }

    /** The next line that has something in it; null after the last one, when all is closed. */
    byte[] next() {
        if (!open) {
            return null;
        }
        try {
            var line = new ByteArrayOutputStream(256);
            for (int each = bytes.read(); each >= 0; each = bytes.read()) {
                if (each != '\n') {
                    if (line.size() == LONGEST) {
                        throw new IOException("a line is longer than 16 MiB");
                    }
                    line.write(each);
                } else if (line.size() > 0) {
                    return line.toByteArray();
                }
            }
            close();
            return line.size() > 0 ? line.toByteArray() : null;
        } catch (IOException e) {
            close();
            throw fault(e);
        }
    }

    ConnectionException fault(IOException cause) {
        return new ConnectionException(
                request + ": the answer broke off: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        open = false;
        try {
            bytes.close();
        } catch (IOException e) {
            // Nothing more is read of it.
        }
    }
}
