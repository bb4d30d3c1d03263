package evidence;

import common.Http;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The uploads of one connection: always another file of 1 MiB, in a request that is written once and changed in place. */
final class Upload {

    static final int SIZE = 1 << 20;

    /** As curl writes them. */
    private static final String BOUNDARY = "------------------------d74496d66958873e";

    private static final byte[] MAGIC = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);

    private final SplittableRandom random = new SplittableRandom();
    private final byte[] request;
    private final int fileAt;

    Upload(Http http, String path, String token, String unit) {
        byte[] file = new byte[SIZE];
        random.nextBytes(file);
        System.arraycopy(MAGIC, 0, file, 0, MAGIC.length);
        byte[] head = head(unit);
        byte[] body = Arrays.copyOf(head, head.length + SIZE + END.length);
        System.arraycopy(file, 0, body, head.length, SIZE);
        System.arraycopy(END, 0, body, head.length + SIZE, END.length);
        request = http.request(token, "POST", path, "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n", body);
        fileAt = request.length - END.length - SIZE;
    }

    private static byte[] head(String unit) {
        return """
               --%1$s
               Content-Disposition: form-data; name="metadata"
               Content-Type: application/json

               {"unit":"%2$s","slot":"S1","kind":"report","channel":"line","section":"LEGAL","title":"รายงาน","date":"2022-01-10"}
               --%1$s
               Content-Disposition: form-data; name="file"; filename="รายงาน.pdf"

               """
                .formatted(BOUNDARY, unit)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The request with a file that was never sent before. */
    byte[] next() {
        ByteBuffer.wrap(request, fileAt + MAGIC.length, 16).putLong(random.nextLong()).putLong(random.nextLong());
        return request;
    }

    /** The file of the last request. */
    byte[] file() {
        return Arrays.copyOfRange(request, fileAt, fileAt + SIZE);
    }

    /** The file of the next request, where it lies. */
    ByteBuffer nextFile() {
        return ByteBuffer.wrap(next(), fileAt, SIZE);
    }
}
