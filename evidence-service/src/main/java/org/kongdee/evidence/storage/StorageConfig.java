package org.kongdee.evidence.storage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where the bytes of evidence are kept. */
@ConfigMapping(prefix = "kongdee.evidence.storage")
public interface StorageConfig {

    /**
     * {@code FOLDER} or {@code S3}; S3's endpoint, region and credentials are those of {@code
     * quarkus.s3}.
     */
    @WithDefault("FOLDER")
    Kind kind();

    /** The local folder; made at start. */
    @WithDefault("evidence-files")
    Path folder();

    /**
     * Bytes that stay free on the folder's disk: an upload that would use them is refused with 507.
     */
    @WithDefault("256M")
    MemorySize reserve();

    /** The S3 bucket; it must exist. */
    @WithDefault("kongdee-evidence")
    String bucket();

    /**
     * The size of a part of an S3 multipart upload, and so the memory an upload takes; S3 wants at
     * least 5M.
     */
    @WithDefault("8M")
    MemorySize partSize();

    /** How many parts may be in memory at once; further uploads wait. */
    @WithDefault("8")
    int partsInMemory();

    /** An interrupted upload's remains are cleared when they are older than this. */
    @WithDefault("PT6H")
    Duration abandonedAfter();

    /** The two storages. */
    enum Kind {
        FOLDER,
        S3
    }
}
