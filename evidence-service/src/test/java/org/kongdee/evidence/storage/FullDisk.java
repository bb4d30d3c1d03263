package org.kongdee.evidence.storage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lets a service keep its files on a disk of 6 MiB; where nothing may be mounted, on the usual one.
 */
public final class FullDisk implements QuarkusTestResourceLifecycleManager {

    private static final String MOUNTED = "kongdee.test.small-disk";

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("kongdee-small-disk");
            if (run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder.toString())) {
                System.setProperty(MOUNTED, folder.toString());
            }
            return Map.of(
                    "kongdee.evidence.storage.folder",
                    folder.toString(),
                    "kongdee.evidence.storage.reserve",
                    "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isMounted() {
        return System.getProperty(MOUNTED) != null;
    }

    @Override
    public void stop() {
        String folder = System.clearProperty(MOUNTED);
        if (folder != null) {
            run("umount", folder);
        }
    }

    static boolean run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
