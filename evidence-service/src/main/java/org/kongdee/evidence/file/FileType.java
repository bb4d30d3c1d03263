package org.kongdee.evidence.file;

import org.kongdee.web.text.Message;

/** What became of the question what a file is. */
public sealed interface FileType {

    /** It may be kept: its media type, and its name with an extension that tells the truth. */
    record Taken(String mediaType, FileName name) implements FileType {}

    /**
     * It may not.
     *
     * @param slug the problem type
     * @param reason for the uploader
     */
    record Refused(String slug, Message reason) implements FileType {}
}
