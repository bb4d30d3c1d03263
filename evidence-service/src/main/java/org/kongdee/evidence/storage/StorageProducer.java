package org.kongdee.evidence.storage;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes the one storage that is configured. */
@Singleton
class StorageProducer {

    private static final Logger LOG = Logger.getLogger(StorageProducer.class);

    @Produces
    @Singleton
    Storage storage(StorageConfig config, Instance<S3Client> s3) throws IOException {
        Storage storage =
                switch (config.kind()) {
                    case FOLDER ->
                            new FolderStorage(config.folder(), config.reserve().asLongValue());
                    case S3 ->
                            new S3Storage(
                                    s3.get(),
                                    config.bucket(),
                                    Math.toIntExact(config.partSize().asLongValue()),
                                    config.partsInMemory());
                };
        LOG.infof("evidence is kept in %s", storage.name());
        return storage;
    }
}
