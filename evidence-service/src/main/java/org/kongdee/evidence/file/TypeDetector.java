package org.kongdee.evidence.file;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.kongdee.evidence.file.FileType.Taken;

/**
 * Tells what a file is from its bytes and decides whether it is taken. What the client says it is
 * counts for nothing.
 */
@Singleton
public class TypeDetector {

    private final MimeTypes known = MimeTypes.getDefaultMimeTypes();
    private final TakenTypes taken;
    private final Recogniser recogniser;

    TypeDetector(FileLimits limits) {
        this.taken = new TakenTypes(limits);
        this.recogniser = new Recogniser(taken);
    }

    /** Looks at the bytes of a file that was sent as {@code name}. */
    public FileType detect(SeekableByteChannel bytes, FileName name) throws IOException {
        try {
            if (bytes.size() == 0) {
                throw new NotTaken(Refusal.EMPTY);
            }
            String mediaType = recogniser.mediaType(bytes, name, new Effort(bytes.size()));
            taken.mustContain(mediaType);
            return new Taken(mediaType, truthful(name, mediaType));
        } catch (NotTaken reason) {
            return reason.of(name, taken.list());
        }
    }

    private FileName truthful(FileName name, String mediaType) throws IOException {
        List<String> extensions = extensions(mediaType);
        return extensions.isEmpty() || extensions.contains(name.extension())
                ? name
                : name.with(extensions.getFirst());
    }

    /** Tika knows those of types that only the settings name. */
    private List<String> extensions(String mediaType) throws IOException {
        var format = FileFormat.of(mediaType);
        if (format.isPresent()) {
            return format.get().extensions();
        }
        try {
            return known.forName(mediaType).getExtensions().stream()
                    .map(extension -> extension.substring(1))
                    .toList();
        } catch (MimeTypeException e) {
            throw new IOException("not a media type: " + mediaType, e);
        }
    }
}
