package evidence;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import common.Rival;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What an upload costs without HTTP, database and checks: the same bytes hashed and written in pieces, fsynced, renamed to
 * their hash, and the folder fsynced.
 */
final class DurableWriter implements Rival {

    private static final int PIECE = 64 << 10;

    private final Path folder;
    private final List<Upload> uploads;

    DurableWriter(Path folder, List<Upload> uploads) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.uploads = uploads;
    }

    @Override
    public double perSecond(Duration time) throws Exception {
        long start = System.nanoTime();
        List<Future<Integer>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(uploads.size())) {
            for (Upload upload : uploads) {
                running.add(threads.submit(() -> write(upload, start + time.toNanos())));
            }
        }
        int files = 0;
        for (Future<Integer> one : running) {
            files += one.get();
        }
        return files / ((System.nanoTime() - start) / 1e9);
    }

    private int write(Upload upload, long end) throws IOException, GeneralSecurityException {
        int files = 0;
        while (System.nanoTime() < end) {
            write(upload.nextFile());
            files++;
        }
        return files;
    }

    private void write(ByteBuffer bytes) throws IOException, GeneralSecurityException {
        Path part = folder.resolve(Thread.currentThread().threadId() + ".part");
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        try (FileChannel file = FileChannel.open(part, CREATE_NEW, WRITE)) {
            for (int at = bytes.position(); at < bytes.limit(); at += PIECE) {
                ByteBuffer piece = bytes.duplicate().limit(Math.min(at + PIECE, bytes.limit())).position(at);
                hash.update(piece.duplicate());
                while (piece.hasRemaining()) {
                    file.write(piece);
                }
            }
            file.force(true);
        }
        Path shelf = Files.createDirectories(folder.resolve(Long.toString(Thread.currentThread().threadId() % 8)));
        Files.move(part, shelf.resolve(HexFormat.of().formatHex(hash.digest())), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel named = FileChannel.open(shelf, READ)) {
            named.force(true);
        }
    }
}
