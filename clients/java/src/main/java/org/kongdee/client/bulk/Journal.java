package org.kongdee.client.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kongdee.client.Json;
import org.kongdee.client.Problem;
import org.kongdee.client.rubric.Stage;

/**
 * What a job has been told, in a file that only grows and is on disk before the job goes on: for
 * each batch a line when it is sent, its outcomes, and a line when all of them stand here. A batch
 * without the last line was cut off, and is sent again. One job at a time has it.
 */
final class Journal implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    /** Where the outcomes of finished batches begin. */
    private final Map<String, Long> finished = new HashMap<>();

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** An outcome as it stands here. */
    record Entry(
            @JsonProperty("unit") String unit,
            @JsonProperty("criterion") String criterion,
            @JsonProperty("stage") Stage stage,
            @JsonProperty("status") int status,
            @JsonProperty("points") BigDecimal points,
            @JsonProperty("etag") String etag,
            @JsonProperty("problem") Problem problem) {

        ScoreKey key() {
            return new ScoreKey(unit, criterion, stage);
        }
    }

    static Journal open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            if (!locked(channel)) {
                throw new IllegalStateException(
                        "Another job has the journal " + file + "; wait until it has ended");
            }
            var journal = new Journal(file, channel);
            journal.recall();
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Finds the finished batches, and cuts off a line that was not written to its end. */
    private void recall() throws IOException {
        var lines = new Positions(channel, 0);
        String sent = null;
        long begin = 0;
        long whole = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            JsonNode read = read(line, whole);
            if (read.has("sent")) {
                sent = read.get("sent").asText();
                begin = lines.position();
            } else if (read.has("done") && read.get("done").asText().equals(sent)) {
                finished.put(sent, begin);
            }
            whole = lines.position();
        }
        channel.truncate(whole);
        channel.position(whole);
    }

    private JsonNode read(byte[] line, long at) throws IOException {
        try {
            return Json.MAPPER.readTree(line);
        } catch (IOException e) {
            throw new IOException(
                    file + " is no journal: at byte " + at + " there is no line of JSON", e);
        }
    }

    /** The outcomes of this batch, if an earlier run was told all of them. */
    Optional<List<Entry>> outcomes(String batch) throws IOException {
        Long begin = finished.get(batch);
        if (begin == null) {
            return Optional.empty();
        }
        var entries = new ArrayList<Entry>();
        var lines = new Positions(channel, begin);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            JsonNode read = Json.MAPPER.readTree(line);
            if (read.has("done")) {
                break;
            }
            entries.add(Json.MAPPER.treeToValue(read, Entry.class));
        }
        return Optional.of(entries);
    }

    /** That this batch is on its way. */
    void sending(String batch, long first, int lines) throws IOException {
        append(
                List.of(
                        Json.MAPPER
                                .createObjectNode()
                                .put("sent", batch)
                                .put("first", first)
                                .put("lines", lines)));
    }

    /** What became of it. */
    void done(String batch, List<Entry> outcomes) throws IOException {
        long begin = channel.position();
        var all = new ArrayList<Object>(outcomes);
        all.add(Json.MAPPER.createObjectNode().put("done", batch));
        append(all);
        finished.put(batch, begin);
    }

    private void append(List<?> values) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (Object value : values) {
            bytes.write(Json.MAPPER.writeValueAsBytes(value));
            bytes.write('\n');
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    /** All outcomes that stand in a journal, in the order in which they were told. */
    static void each(Path file, Consumer<Entry> reader) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var lines = new Positions(channel, 0);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                JsonNode read = Json.MAPPER.readTree(line);
                if (read.has("unit")) {
                    reader.accept(Json.MAPPER.treeToValue(read, Entry.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Whole lines, and where the next one begins; where the channel stands is left alone. */
    private static final class Positions {

        private final InputStream bytes;
        private long position;

        Positions(FileChannel channel, long from) {
            position = from;
            bytes =
                    new BufferedInputStream(
                            new InputStream() {
                                private long at = from;

                                @Override
                                public int read() throws IOException {
                                    byte[] one = new byte[1];
                                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
                                }

                                @Override
                                public int read(byte[] to, int offset, int length)
                                        throws IOException {
                                    int read =
                                            channel.read(ByteBuffer.wrap(to, offset, length), at);
                                    at += Math.max(read, 0);
                                    return read;
                                }
                            },
                            1 << 16);
        }

        byte[] next() throws IOException {
            var line = new ByteArrayOutputStream(256);
            for (int each = bytes.read(); each >= 0; each = bytes.read()) {
                if (each == '\n') {
                    position += line.size() + 1;
                    return line.toByteArray();
                }
                line.write(each);
            }
            return null;
        }

        long position() {
            return position;
        }
    }
}
