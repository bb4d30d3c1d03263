package org.kongdee.evidence.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** What files are taken. */
@ConfigMapping(prefix = "kongdee.evidence.files")
public interface FileLimits {

    /** The largest file. */
    @WithDefault("2G")
    MemorySize maxFile();

    /** The largest item: all its files together. */
    @WithDefault("4G")
    MemorySize maxItem();

    /** What one unit may keep in one collection. */
    @WithDefault("50G")
    MemorySize maxUnit();

    /** How many files an item may have. */
    @WithDefault("50")
    int maxCount();

    /** The media types that are taken, as found in the bytes; nothing else is. */
    @WithDefault(
            "application/pdf,image/jpeg,image/png,image/gif,image/webp,image/tiff,image/heic,image/bmp,"
                    + "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
                    + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,"
                    + "application/vnd.openxmlformats-officedocument.presentationml.presentation,"
                    + "application/vnd.oasis.opendocument.text,application/vnd.oasis.opendocument.spreadsheet,"
                    + "application/vnd.oasis.opendocument.presentation,"
                    + "application/msword,application/vnd.ms-excel,application/vnd.ms-powerpoint,"
                    + "text/plain,text/csv,application/zip,"
                    + "video/mp4,video/quicktime,audio/mpeg,audio/mp4")
    List<String> types();
}
