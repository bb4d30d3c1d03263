package org.kongdee.stack.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The AOT cache from which a service starts in half the time. The first run of a build records what
 * the JVM learns; once the service is ready the recording is ended and the cache written, so that
 * stopping never waits for it. A cache that does not fit, of another JDK say, is ignored by the
 * JVM. Who starts a build only once does without: recording takes longer than it then saves.
 */
final class StartUpCache {

    private static final long WRITING_SECONDS = 60;

    private final Path cache;
    private final Path unfinished;
    private final boolean recording;

    private StartUpCache(Path cache, boolean wanted) {
        this.cache = cache;
        this.unfinished = cache.resolveSibling(cache.getFileName() + ".new");
        this.recording = wanted && !Files.exists(cache);
    }

    /**
     * @param wanted whether one is recorded that is not there
     */
    static StartUpCache of(Path app, boolean wanted) {
        return new StartUpCache(app.resolve("start-up.aot"), wanted);
    }

    /** None if there is no cache and none is wanted. */
    List<String> javaOptions() {
        if (recording) {
            return List.of("-XX:AOTCacheOutput=" + unfinished);
        }
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    boolean isRecording() {
        return recording;
    }

    /**
     * Writes what {@code pid} has recorded. Where that fails, the service runs on and the next run
     * records anew.
     */
    boolean keep(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return false;
        }
        Process writing =
                new ProcessBuilder(jcmd.toString(), Long.toString(pid), "AOT.end_recording")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!writing.waitFor(WRITING_SECONDS, TimeUnit.SECONDS)) {
            writing.destroy();
            return false;
        }
        if (writing.exitValue() != 0 || !Files.exists(unfinished)) {
            return false;
        }
        Files.move(unfinished, cache);
        return true;
    }
}
