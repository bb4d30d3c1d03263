package org.kongdee.evidence.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Bytes in an S3 bucket, under {@code content/<digest>}.
 *
 * <p>The digest is the key and is known only after the last byte. What fits into one part is put in
 * one request under its digest. More is sent as a multipart upload to {@code incoming/}, part by
 * part as it arrives, and copied to its digest inside S3 when it is complete: this service never
 * holds more than one part of it, and no file on disk.
 */
public final class S3Storage implements Storage {

    static final String CONTENT = "content/";
    static final String INCOMING = "incoming/";

    /** S3 copies no more than this in one request. */
    public static final long MAX_SIZE = 5L << 30;

    final S3Client client;
    final String bucket;
    final int partSize;

    /** Bounds the memory of all uploads together: one permit is one part. */
    final Semaphore parts;

    public S3Storage(S3Client client, String bucket, int partSize, int partsInMemory) {
        this.client = client;
        this.bucket = bucket;
        this.partSize = partSize;
        this.parts = new Semaphore(partsInMemory, true);
    }

    @Override
    public Incoming receive() throws IOException {
        return IncomingObject.open(this);
    }

    @Override
    public InputStream open(Sha256 digest, long offset, long length) throws IOException {
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        try {
            return client.getObject(
                    get -> get.bucket(bucket).key(CONTENT + digest).range(range(offset, length)));
        } catch (SdkException e) {
            throw translate(e, digest.hex());
        }
    }

    static String range(long offset, long length) {
        return "bytes=%d-%d".formatted(offset, offset + length - 1);
    }

    @Override
    public Optional<Path> localFile(Sha256 digest) {
        return Optional.empty();
    }

    /** The size of an object; empty if there is none. */
    Optional<Long> size(String key) throws IOException {
        try {
            return Optional.of(
                    client.headObject(head -> head.bucket(bucket).key(key)).contentLength());
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw translate(e, key);
        } catch (SdkException e) {
            throw translate(e, key);
        }
    }

    @Override
    public void remove(Sha256 digest) throws IOException {
        delete(CONTENT + digest);
    }

    void delete(String key) throws IOException {
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(key));
        } catch (SdkException e) {
            throw translate(e, key);
        }
    }

    @Override
    public void list(Consumer<Sha256> each) throws IOException {
        try {
            client
                    .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(CONTENT))
                    .contents()
                    .stream()
                    .map(object -> object.key().substring(CONTENT.length()))
                    .filter(Sha256::isHex)
                    .map(Sha256::new)
                    .forEach(each);
        } catch (SdkException e) {
            throw translate(e, CONTENT);
        }
    }

    @Override
    public int removeAbandoned(Instant before) throws IOException {
        try {
            int removed = 0;
            for (var upload :
                    client.listMultipartUploadsPaginator(
                                    list -> list.bucket(bucket).prefix(INCOMING))
                            .uploads()) {
                if (upload.initiated().isBefore(before)) {
                    client.abortMultipartUpload(
                            abort ->
                                    abort.bucket(bucket)
                                            .key(upload.key())
                                            .uploadId(upload.uploadId()));
                    removed++;
                }
            }
            for (var object :
                    client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(INCOMING))
                            .contents()) {
                if (object.lastModified().isBefore(before)) {
                    delete(object.key());
                    removed++;
                }
            }
            return removed;
        } catch (SdkException e) {
            throw translate(e, INCOMING);
        }
    }

    @Override
    public String name() {
        return "S3 bucket " + bucket;
    }

    /** S3's answer as the error that a file system would give. */
    static IOException translate(SdkException e, String key) {
        if (e instanceof S3Exception s3) {
            if (s3.statusCode() == 404) {
                var missing = new NoSuchFileException(key);
                missing.initCause(e);
                return missing;
            }
            if (s3.statusCode() == 507 || "QuotaExceeded".equals(code(s3))) {
                return new StorageFullException(
                        "the bucket of the evidence storage is full", new IOException(e));
            }
        }
        return new IOException("S3 refuses or does not answer: " + e.getMessage(), e);
    }

    private static String code(S3Exception e) {
        return e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    }
}
