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
        StartUpCache cache = StartUpCache.of(app);

        assertThat(cache.isRecording()).isTrue();
        assertThat(cache.javaOption())
                .isEqualTo("-XX:AOTCacheOutput=" + app.resolve("start-up.aot.new"));
    }

    @Test
    void startsFromTheCacheThatIsThere() throws IOException {
        Path there = Files.createFile(app.resolve("start-up.aot"));

        StartUpCache cache = StartUpCache.of(app);

        assertThat(cache.isRecording()).isFalse();
        assertThat(cache.javaOption()).isEqualTo("-XX:AOTCache=" + there);
    }

    @Test
    void keepsNothingOfAProcessThatRecordsNothing() throws Exception {
        StartUpCache cache = StartUpCache.of(app);

        assertThat(cache.keep(ProcessHandle.current().pid())).isFalse();
        assertThat(app).isEmptyDirectory();
    }
}
