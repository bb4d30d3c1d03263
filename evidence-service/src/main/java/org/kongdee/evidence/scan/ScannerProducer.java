package org.kongdee.evidence.scan;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.content.FirstStatus;

/** Makes the scanner that is configured, and says whether files have to wait for it. */
@Singleton
class ScannerProducer {

    @Produces
    @Singleton
    Optional<Scanner> scanner(ScanConfig config) {
        return config.clamd().map(address -> new ClamdScanner(address, config.timeout()));
    }

    @Produces
    @Singleton
    FirstStatus firstStatus(Optional<Scanner> scanner) {
        ContentStatus first =
                scanner.isPresent() ? ContentStatus.SCANNING : ContentStatus.UNSCANNED;
        return () -> first;
    }
}
