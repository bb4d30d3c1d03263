package org.kongdee.evidence.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The antivirus. */
@ConfigMapping(prefix = "kongdee.evidence.scan")
public interface ScanConfig {

    /**
     * Where clamd listens: {@code unix:/run/clamav/clamd.ctl} or {@code tcp:host:3310}. Without it
     * nothing is scanned and files are UNSCANNED; these are scanned once it is there.
     */
    Optional<String> clamd();

    /** How long clamd may take between two signs of life. */
    @WithDefault("PT60S")
    Duration timeout();

    /** How often it is asked whether a file waits; {@code off} leaves it to other replicas. */
    @WithDefault("2s")
    String every();
}
