package org.kongdee.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The guides for those who write programs, each step on a suite as the README starts it. */
@TestInstance(Lifecycle.PER_CLASS)
class GuideIT {

    private LaunchedSuite suite;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        suite = LaunchedSuite.start(folder);
    }

    @AfterAll
    void stop() throws Exception {
        suite.close();
    }

    @Test
    void hrAutomationIsAsShown() throws Exception {
        suite.follow(page("hr-automation"));
    }

    @Test
    void theFrontendIsAsShown() throws Exception {
        assumeTrue(hasNode(), "needs Node.js 20 or later with npm");

        suite.follow(page("frontend"));
    }

    private boolean hasNode() throws Exception {
        return suite.bash("source launcher/node.sh; find_node 2>&1 && echo yes || true")
                .contains("yes");
    }

    private static Page page(String guide) throws Exception {
        Path file = LaunchedSuite.ROOT.resolve("docs/guides/" + guide + ".md");
        Page page = Page.of(Files.readString(file));
        assertThat(page.steps()).hasSizeGreaterThan(8);
        return page;
    }
}
