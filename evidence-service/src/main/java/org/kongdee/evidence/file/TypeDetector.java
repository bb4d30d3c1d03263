package org.kongdee.evidence.file;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.kongdee.evidence.file.FileType.Refused;
import org.kongdee.evidence.file.FileType.Taken;

/**
 * Tells what a file is from its bytes and decides whether it is taken. What the client says it is
 * counts for nothing; the name only chooses between types whose bytes look alike (a CSV is a text,
 * an old Word file is an OLE2 container).
 */
@Singleton
public class TypeDetector {

    private static final int HEAD = 64 * 1024;
    private static final Map<String, String> PREFERRED_EXTENSION =
            Map.of("text/plain", "txt", "image/jpeg", "jpg");

    private final MimeTypes known = MimeTypes.getDefaultMimeTypes();
    private final Set<String> taken;

    TypeDetector(FileLimits limits) {
        this.taken = Set.copyOf(limits.types());
    }

    /** Looks at the bytes of a file that was sent as {@code name}. */
    public FileType detect(SeekableByteChannel bytes, FileName name) throws IOException {
        if (bytes.size() == 0) {
            return new Refused("empty-file", "The file '%s' is empty.".formatted(name));
        }
        byte[] head = head(bytes);
        MediaType type = byMagic(head, name);
        boolean zip = startsLikeZip(head);
        if (!zip && ZipDirectory.endsLikeZip(bytes)) {
            return new Refused(
                    "ambiguous-file",
                    "The file '%s' begins as %s and ends as a ZIP archive; it is taken as neither."
                            .formatted(name, type));
        }
        if (zip) {
            return switch (ZipDirectory.inspect(bytes, name)) {
                case ZipDirectory.Sound(String mediaType) -> decide(mediaType, name);
                case ZipDirectory.Unsound(Refused refused) -> refused;
            };
        }
        return decide(type.getBaseType().toString(), name);
    }

    private FileType decide(String mediaType, FileName name) throws IOException {
        if (!taken.contains(mediaType)) {
            return new Refused(
                    "file-type-not-taken",
                    "The file '%s' is %s, which is not taken here; taken are %s."
                            .formatted(
                                    name,
                                    mediaType,
                                    String.join(", ", taken.stream().sorted().toList())));
        }
        return new Taken(mediaType, truthful(name, mediaType));
    }

    private FileName truthful(FileName name, String mediaType) throws IOException {
        List<String> extensions = extensions(mediaType);
        if (extensions.isEmpty() || extensions.contains("." + name.extension())) {
            return name;
        }
        return name.with(
                PREFERRED_EXTENSION.getOrDefault(mediaType, extensions.getFirst().substring(1)));
    }

    private List<String> extensions(String mediaType) throws IOException {
        try {
            return known.forName(mediaType).getExtensions();
        } catch (MimeTypeException e) {
            throw new IOException("not a media type: " + mediaType, e);
        }
    }

    private MediaType byMagic(byte[] head, FileName name) throws IOException {
        var hints = new Metadata();
        hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.value());
        return known.detect(new ByteArrayInputStream(head), hints);
    }

    private static boolean startsLikeZip(byte[] head) {
        return head.length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && ((head[2] == 3 && head[3] == 4)
                        || (head[2] == 5 && head[3] == 6)
                        || (head[2] == 7 && head[3] == 8));
    }

    private static byte[] head(SeekableByteChannel bytes) throws IOException {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(HEAD, bytes.size()));
        bytes.position(0);
        while (head.hasRemaining() && bytes.read(head) >= 0) {
            continue;
        }
        return head.array();
    }
}
