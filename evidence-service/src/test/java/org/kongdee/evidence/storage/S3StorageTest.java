package org.kongdee.evidence.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Against S3Proxy: signed requests over real HTTP, bytes in a folder behind it. */
@Tag("slow")
class S3StorageTest extends StorageContract {

    private static final int PART = 5 << 20;

    @TempDir static Path folder;

    private static TestS3 s3;
    private static S3Client client;

    @BeforeAll
    static void start() throws Exception {
        s3 = TestS3.start(folder);
        client = s3.client(TestS3.SECRET);
    }

    @AfterAll
    static void stop() throws Exception {
        s3.close();
    }

    @Override
    Storage storage() {
        return new S3Storage(client, TestS3.BUCKET, PART, 4);
    }

    @Override
    int abandoned() {
        int uploads =
                client.listMultipartUploads(list -> list.bucket(TestS3.BUCKET).prefix("incoming/"))
                        .uploads()
                        .size();
        int objects =
                client.listObjectsV2(list -> list.bucket(TestS3.BUCKET).prefix("incoming/"))
                        .contents()
                        .size();
        return uploads + objects;
    }

    @Test
    void neverMistakesARefusalForAMissingFile() {
        var stranger = new S3Storage(s3.client("wrong"), TestS3.BUCKET, PART, 4);
        assertThatThrownBy(() -> stranger.open(sha256(bytes(1)), 0, 1))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("S3 refuses");
    }

    @Test
    void waitsForATurnOnceItsMemoryIsTaken() throws Exception {
        var narrow = new S3Storage(client, TestS3.BUCKET, PART, 1);
        try (Incoming first = narrow.receive()) {
            assertThat(narrow.parts.availablePermits()).isZero();
            first.write(1);
        }
        assertThat(narrow.parts.availablePermits()).isOne();
    }
}
