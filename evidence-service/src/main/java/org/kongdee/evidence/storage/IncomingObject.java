package org.kongdee.evidence.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Bytes on their way to S3: in memory while they fit into one part, after that part by part. */
final class IncomingObject extends Incoming {

    private static final int FIRST_BUFFER = 64 * 1024;
    private static final int SECONDS_FOR_A_TURN = 30;

    private final S3Storage storage;
    private final String key = S3Storage.INCOMING + UUID.randomUUID();
    private final List<CompletedPart> done = new ArrayList<>();
    private byte[] part = new byte[FIRST_BUFFER];
    private int filled;
    private @Nullable String uploadId;
    private boolean assembled;
    private boolean closed;

    private IncomingObject(S3Storage storage) {
        this.storage = storage;
    }

    static IncomingObject open(S3Storage storage) throws IOException {
        try {
            if (!storage.parts.tryAcquire(SECONDS_FOR_A_TURN, TimeUnit.SECONDS)) {
                throw new IOException("too many uploads at once; no memory for another part");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return new IncomingObject(storage);
    }

    @Override
    void append(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == storage.partSize) {
                sendPart();
            }
            int count = Math.min(left, storage.partSize - filled);
            makeRoom(filled + count);
            System.arraycopy(bytes, from, part, filled, count);
            filled += count;
            from += count;
            left -= count;
        }
    }

    private void makeRoom(int needed) {
        if (needed > part.length) {
            part =
                    Arrays.copyOf(
                            part, Math.min(storage.partSize, Math.max(needed, part.length * 4)));
        }
    }

    private void sendPart() throws IOException {
        try {
            if (uploadId == null) {
                uploadId =
                        storage.client
                                .createMultipartUpload(
                                        create -> create.bucket(storage.bucket).key(key))
                                .uploadId();
            }
            int number = done.size() + 1;
            var sent =
                    storage.client.uploadPart(
                            upload ->
                                    upload.bucket(storage.bucket)
                                            .key(key)
                                            .uploadId(uploadId)
                                            .partNumber(number),
                            RequestBody.fromByteBuffer(java.nio.ByteBuffer.wrap(part, 0, filled)));
            done.add(CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build());
            filled = 0;
        } catch (SdkException e) {
            throw S3Storage.translate(e, key);
        }
    }

    @Override
    void end() throws IOException {
        if (uploadId == null) {
            return;
        }
        if (filled > 0) {
            sendPart();
        }
        try {
            storage.client.completeMultipartUpload(
                    complete ->
                            complete.bucket(storage.bucket)
                                    .key(key)
                                    .uploadId(uploadId)
                                    .multipartUpload(parts -> parts.parts(done)));
            assembled = true;
        } catch (SdkException e) {
            throw S3Storage.translate(e, key);
        }
    }

    @Override
    public SeekableByteChannel reread() {
        return assembled
                ? new ObjectChannel(storage, key, size())
                : new SeekableInMemoryByteChannel(Arrays.copyOf(part, filled));
    }

    @Override
    public void publish(boolean replace) throws IOException {
        String place = S3Storage.CONTENT + digest();
        if (!replace && storage.size(place).equals(Optional.of(size()))) {
            return;
        }
        try {
            if (assembled) {
                storage.client.copyObject(
                        copy ->
                                copy.sourceBucket(storage.bucket)
                                        .sourceKey(key)
                                        .destinationBucket(storage.bucket)
                                        .destinationKey(place));
            } else {
                storage.client.putObject(
                        put -> put.bucket(storage.bucket).key(place),
                        RequestBody.fromByteBuffer(java.nio.ByteBuffer.wrap(part, 0, filled)));
            }
        } catch (SdkException e) {
            throw S3Storage.translate(e, place);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        storage.parts.release();
        if (assembled) {
            storage.delete(key);
        } else if (uploadId != null) {
            try {
                storage.client.abortMultipartUpload(
                        abort -> abort.bucket(storage.bucket).key(key).uploadId(uploadId));
            } catch (SdkException e) {
                throw S3Storage.translate(e, key);
            }
        }
    }
}
