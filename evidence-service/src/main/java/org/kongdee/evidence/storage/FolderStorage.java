package org.kongdee.evidence.storage;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Bytes in a local folder: {@code incoming/} for what still arrives, {@code content/ab/abcd…} for
 * what is kept.
 *
 * <p>A file is written once, under {@code incoming/}; it is fsynced, renamed into place, and the
 * folder that now names it is fsynced too. So at any moment a digest names either nothing or all
 * its bytes. All 256 folders are made, and made durable, at the start: publishing never has to make
 * one.
 */
public final class FolderStorage implements Storage {

    private final Path root;
    private final Path incoming;
    private final Path content;
    private final long reserve;
    private final FileStore disk;

    /**
     * @param reserve bytes that must stay free on the disk, so that a full one is noticed before
     *     everything else on it fails
     */
    public FolderStorage(Path root, long reserve) throws IOException {
        this.root = root.toAbsolutePath();
        this.incoming = this.root.resolve("incoming");
        this.content = this.root.resolve("content");
        this.reserve = reserve;
        makeFolders();
        this.disk = Files.getFileStore(this.root);
    }

    private void makeFolders() throws IOException {
        makePrivateFolder(incoming);
        makePrivateFolder(content);
        for (int i = 0; i < 256; i++) {
            makePrivateFolder(content.resolve(HexFormat.of().toHexDigits((byte) i)));
        }
        fsyncFolder(content);
        fsyncFolder(root);
    }

    private static void makePrivateFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private Path place(Sha256 digest) {
        return shelf(digest).resolve(digest.hex());
    }

    private Path shelf(Sha256 digest) {
        return content.resolve(digest.hex().substring(0, 2));
    }

    @Override
    public Incoming receive() throws IOException {
        try {
            return new IncomingFile(incoming.resolve(UUID.randomUUID() + ".part"));
        } catch (IOException e) {
            throw fullOr(e);
        }
    }

    @Override
    public InputStream open(Sha256 digest, long offset, long length) throws IOException {
        FileChannel file = FileChannel.open(place(digest), READ);
        try {
            file.position(offset);
            return new LimitedInputStream(Channels.newInputStream(file), length);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Optional<Path> localFile(Sha256 digest) {
        return Optional.of(place(digest));
    }

    @Override
    public void remove(Sha256 digest) throws IOException {
        Path file = place(digest);
        if (Files.deleteIfExists(file)) {
            fsyncFolder(shelf(digest));
        }
    }

    @Override
    public void list(Consumer<Sha256> each) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(content)) {
            for (Path folder : folders) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                    for (Path file : files) {
                        String name = file.getFileName().toString();
                        if (Sha256.isHex(name)) {
                            each.accept(new Sha256(name));
                        }
                    }
                }
            }
        }
    }

    @Override
    public int removeAbandoned(Instant before) throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
            for (Path file : files) {
                try {
                    // A slow upload touches its file with every write, so an old one has no writer.
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)
                            && Files.deleteIfExists(file)) {
                        removed++;
                    }
                } catch (NoSuchFileException finishedMeanwhile) {
                    continue;
                }
            }
        }
        return removed;
    }

    @Override
    public String name() {
        return "folder " + root;
    }

    /**
     * An error of writing, as "full" if the disk is. The message of the system may come in any
     * language, so the disk itself is asked too.
     */
    private IOException fullOr(IOException e) {
        String message = String.valueOf(e.getMessage());
        boolean full = message.contains("No space left") || message.contains("quota exceeded");
        try {
            full = full || disk.getUsableSpace() < 64 * 1024;
        } catch (IOException unknown) {
            e.addSuppressed(unknown);
        }
        return full ? new StorageFullException("the disk of the evidence storage is full", e) : e;
    }

    private static void fsyncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    private final class IncomingFile extends Incoming {

        /** How much may be written before the free space is looked at again. */
        private static final long CHECK_EVERY = 64L << 20;

        private final Path part;
        private final FileChannel channel;
        private long untilCheck;

        IncomingFile(Path part) throws IOException {
            this.part = part;
            checkReserve();
            this.channel = FileChannel.open(part, CREATE_NEW, WRITE, READ);
        }

        @Override
        void append(byte[] bytes, int offset, int length) throws IOException {
            try {
                untilCheck -= length;
                if (untilCheck < 0) {
                    checkReserve();
                }
                ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException e) {
                throw fullOr(e);
            }
        }

        private void checkReserve() throws IOException {
            if (reserve > 0 && disk.getUsableSpace() < reserve) {
                throw new StorageFullException(
                        "the disk of the evidence storage has no more than its reserve left");
            }
            untilCheck = CHECK_EVERY;
        }

        @Override
        void end() {
            // Nothing: what is refused after a look inside need not be durable.
        }

        @Override
        public SeekableByteChannel reread() throws IOException {
            return FileChannel.open(part, READ);
        }

        @Override
        public void publish(boolean replace) throws IOException {
            Path place = place(digest());
            try {
                if (replace || !isWhole(place)) {
                    channel.force(true);
                    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
                }
                // Also when another upload put the bytes there: it may not have come to this line
                // yet.
                fsyncFolder(shelf(digest()));
            } catch (IOException e) {
                throw fullOr(e);
            }
        }

        private boolean isWhole(Path place) throws IOException {
            return Files.exists(place) && Files.size(place) == size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(part);
        }
    }
}
