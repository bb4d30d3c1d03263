package org.kongdee.stack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpCacheTest {

    @TempDir Path app;

    @Test
    void recordsBesideWhereTheCacheWillBe() {
        StartUpCache cache = StartUpCache.of(app, true);

        assertThat(cache.isRecording()).isTrue();
        assertThat(cache.javaOptions())
                .containsExactly("-XX:AOTCacheOutput=" + app.resolve("start-up.aot.new"));
    }

    @Test
    void startsFromTheCacheThatIsThere() throws IOException {
        Path there = Files.createFile(app.resolve("start-up.aot"));

        StartUpCache cache = StartUpCache.of(app, true);

        assertThat(cache.isRecording()).isFalse();
        assertThat(cache.javaOptions()).containsExactly("-XX:AOTCache=" + there);
    }

    @Test
    void recordsNothingThatIsNotWanted() {
        StartUpCache cache = StartUpCache.of(app, false);

        assertThat(cache.isRecording()).isFalse();
        assertThat(cache.javaOptions()).isEmpty();
    }

    @Test
    void keepsNothingOfAProcessThatRecordsNothing() throws Exception {
        StartUpCache cache = StartUpCache.of(app, true);

        assertThat(cache.keep(ProcessHandle.current().pid())).isFalse();
        assertThat(app).isEmptyDirectory();
    }
}
