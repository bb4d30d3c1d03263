package org.kongdee.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first ten minutes, on a new suite. */
class ReadmeIT {

    @Test
    void theFirstTenMinutesAreAsShown(@TempDir Path folder) throws Exception {
        Page page = Page.of(Files.readString(LaunchedSuite.ROOT.resolve("README.md")));
        assertThat(page.steps()).hasSizeGreaterThan(8);

        try (LaunchedSuite suite = LaunchedSuite.start(folder)) {
            suite.follow(page);
        }
    }
}
