package org.kongdee.evidence.binder;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kongdee.evidence.collection.CollectionView;
import org.kongdee.evidence.collection.UnitView;
import org.kongdee.evidence.item.FileView;
import org.kongdee.evidence.item.ItemView;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.evidence.storage.Storage;

/**
 * Writes a binder as a stream. Each file is hashed on its way: where one turns out to be damaged,
 * or goes away, the stream is cut off, so that nobody takes an incomplete binder for a whole one.
 */
@ApplicationScoped
class BinderWriter {

    private static final int BUFFER = 64 * 1024;

    private final Storage storage;
    private final ObjectMapper mapper;
    private final Clock clock;

    BinderWriter(Storage storage, ObjectMapper mapper, Clock clock) {
        this.storage = storage;
        this.mapper = mapper;
        this.clock = clock;
    }

    void write(CollectionView collection, UnitView unit, List<ItemView> accepted, OutputStream out)
            throws IOException {
        List<BinderEntry> entries = BinderEntry.layOut(collection, accepted);
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            text(zip, "index.html", BinderIndex.html(collection, unit, entries));
            text(zip, "index.csv", BinderIndex.csv(entries));
            text(
                    zip,
                    "manifest.json",
                    mapper.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(
                                    BinderIndex.manifest(
                                            collection, unit, entries, clock.instant())));
            for (BinderEntry entry : entries) {
                if (entry.path() != null && entry.file() != null) {
                    file(zip, entry.path(), entry.item(), entry.file());
                }
            }
        }
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void file(ZipOutputStream zip, String path, ItemView item, FileView file)
            throws IOException {
        Sha256 expected = file.sha256();
        if (expected == null) {
            throw new IllegalStateException("a purged file has no place in a binder");
        }
        // Text shrinks; everything else that is taken is compressed already.
        zip.setLevel(
                file.mediaType().startsWith("text/")
                        ? Deflater.DEFAULT_COMPRESSION
                        : Deflater.NO_COMPRESSION);
        var zipEntry = new ZipEntry(path);
        zipEntry.setTimeLocal(item.date().atStartOfDay(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(zipEntry);
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = storage.open(expected, 0, file.size())) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                zip.write(buffer, 0, count);
            }
        }
        if (!Sha256.of(digest).equals(expected)) {
            throw new IOException("a stored file is damaged: " + expected);
        }
        zip.closeEntry();
    }
}
