package org.kongdee.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.PackagedApi.Received;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.evidence.storage.TestS3;
import org.kongdee.test.Packaged;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

/** Files of any size pass through a small heap. */
class LargeFileIT {

    @TempDir Path folder;

    @Test
    void oneGibibyteGoesUpAndDownInAHeapOf256Mebibytes() throws Exception {
        Map<String, String> settings = new HashMap<>(new StackResource().start());
        settings.put("kongdee.evidence.storage.folder", folder.resolve("files").toString());
        roundTrip(settings, 1L << 30);
    }

    @Test
    void alsoThroughS3() throws Exception {
        try (TestS3 s3 = TestS3.start(folder)) {
            Map<String, String> settings = new HashMap<>(new StackResource().start());
            settings.put("kongdee.evidence.storage.kind", "S3");
            settings.put("kongdee.evidence.storage.bucket", TestS3.BUCKET);
            settings.put("quarkus.s3.endpoint-override", s3.endpoint().toString());
            settings.put("quarkus.s3.path-style-access", "true");
            settings.put("quarkus.s3.aws.region", "us-east-1");
            settings.put("quarkus.s3.aws.credentials.type", "static");
            settings.put("quarkus.s3.aws.credentials.static-provider.access-key-id", "id");
            settings.put(
                    "quarkus.s3.aws.credentials.static-provider.secret-access-key", TestS3.SECRET);
            roundTrip(settings, 300L << 20);
        }
    }

    /**
     * With {@code -Dkongdee.long=true} the largest that is taken. The least rate is raised, and
     * that of the upload with it, or it would take 18 hours.
     */
    @Test
    void aFileIsNeverCutAtTwiceTheLeastRate() throws Exception {
        long size = Boolean.getBoolean("kongdee.long") ? 2L << 30 : 96L << 20;
        int rate = 8 << 20;
        Map<String, String> settings = new HashMap<>(new StackResource().start());
        settings.put("kongdee.evidence.storage.folder", folder.resolve("files").toString());
        settings.put("kongdee.body.min-rate", Integer.toString(rate));
        settings.put("kongdee.body.rate-window", "PT2S");
        try (Packaged service = start(settings);
                var api = new PackagedApi()) {
            Place place = api.place(service, "large", "SLK");

            var answer = api.upload(service, place, () -> new Paced(new Bytes(size), 2L * rate));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    @Test
    void aReaderWhoStopsIsCutOffAndOneWhoIsSlowIsNot() throws Exception {
        long size = 64L << 20;
        Map<String, String> settings = new HashMap<>(new StackResource().start());
        settings.put("kongdee.evidence.storage.folder", folder.resolve("files").toString());
        settings.put("kongdee.answer.rate-window", "PT5S");
        try (Packaged service = start(settings);
                var api = new PackagedApi()) {
            Place place = api.place(service, "large", "SLK");
            String path = content(api.upload(service, place, () -> new Bytes(size)));

            assertThat(read(service, path, 0)).isLessThan(size);
            assertThat(read(service, path, 128 << 10)).isGreaterThan(size);
        }
    }

    /** Reads so much a second for ten seconds, and then the rest: how much of the file came. */
    private static long read(Packaged service, String path, int aSecond) throws Exception {
        URI uri = service.uri(path);
        long got = 0;
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(8 << 10);
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            socket.getOutputStream()
                    .write(
                            "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
                                    .formatted(path, TestTokens.token("officer", "SLK"))
                                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            for (int second = 0; second < 10; second++) {
                got += in.readNBytes(aSecond).length;
                Thread.sleep(1_000);
            }
            byte[] piece = new byte[1 << 16];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                got += count;
            }
        } catch (SocketException e) {
            // cut off
        }
        return got;
    }

    /** Where the bytes are of what was uploaded. */
    private static String content(HttpResponse<String> uploaded) throws Exception {
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        return "/v1/evidence/"
                + new ObjectMapper().readTree(uploaded.body()).get("id").asText()
                + "/content";
    }

    private static Packaged start(Map<String, String> settings) throws Exception {
        return Packaged.start(Packaged.JAR, "256m", settings, Path.of("target/large-file-it.log"));
    }

    private static void roundTrip(Map<String, String> settings, long size) throws Exception {
        try (Packaged service = start(settings);
                var api = new PackagedApi()) {
            Place place = api.place(service, "large", "SLK");

            var answer = api.upload(service, place, () -> new Bytes(size));

            String path = content(answer);
            assertThat(api.fetch(service, path))
                    .isEqualTo(new Received(200, size, sha256(new Bytes(size))));
            try (var bytes = new Bytes(size)) {
                bytes.skipNBytes(size - 1000);
                var digest = Sha256.newDigest();
                digest.update(bytes.readNBytes(1000));
                assertThat(api.fetch(service, path, "bytes=-1000"))
                        .isEqualTo(new Received(206, 1000, Sha256.of(digest).hex()));
            }
        }
    }

    private static String sha256(InputStream bytes) throws Exception {
        var digest = Sha256.newDigest();
        byte[] buffer = new byte[1 << 20];
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
            digest.update(buffer, 0, count);
        }
        return Sha256.of(digest).hex();
    }

    /** A PDF by its first bytes, and then the same random mebibyte over and over. */
    private static final class Bytes extends InputStream {

        private static final byte[] BLOCK = new byte[1 << 20];

        static {
            new Random(2565).nextBytes(BLOCK);
            byte[] start = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(start, 0, BLOCK, 0, start.length);
        }

        private final long size;
        private long position;

        Bytes(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == size) {
                return -1;
            }
            int from = (int) (position % BLOCK.length);
            int count = (int) Math.min(Math.min(length, BLOCK.length - from), size - position);
            System.arraycopy(BLOCK, from, target, offset, count);
            position += count;
            return count;
        }

        @Override
        public long skip(long count) {
            long skipped = Math.min(count, size - position);
            position += skipped;
            return skipped;
        }
    }

    /** Bytes that come at a rate. */
    private static final class Paced extends FilterInputStream {

        private final long aSecond;
        private final long begun = System.nanoTime();
        private long given;

        Paced(InputStream bytes, long aSecond) {
            super(bytes);
            this.aSecond = aSecond;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            long due = begun + given * 1_000_000_000L / aSecond;
            LockSupport.parkNanos(due - System.nanoTime());
            int count = super.read(target, offset, length);
            given += Math.max(0, count);
            return count;
        }
    }
}
