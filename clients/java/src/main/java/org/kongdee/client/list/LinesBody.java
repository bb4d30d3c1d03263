package org.kongdee.client.list;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.kongdee.client.Json;

/** Values as NDJSON, of which one is in memory at a time. */
public final class LinesBody extends InputStream {

    private final Iterator<?> values;
    private byte[] line = new byte[0];
    private int at;

    public LinesBody(Iterator<?> values) {
        this.values = values;
    }

    @Override
    public int read() throws IOException {
        return more() ? line[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = 0;
        while (read < length && more()) {
            int taken = Math.min(length - read, line.length - at);
            System.arraycopy(line, at, to, offset + read, taken);
            at += taken;
            read += taken;
        }
        return read == 0 ? -1 : read;
    }

    private boolean more() throws IOException {
        if (at == line.length && values.hasNext()) {
            byte[] json = Json.MAPPER.writeValueAsBytes(values.next());
            line = java.util.Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            at = 0;
        }
        return at < line.length;
    }
}
