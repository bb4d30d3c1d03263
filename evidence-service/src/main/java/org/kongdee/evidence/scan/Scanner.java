package org.kongdee.evidence.scan;

import java.io.IOException;
import java.io.InputStream;
import org.kongdee.web.text.Message;

/** Looks for malware. */
interface Scanner {

    /** What the scanner says about some bytes. */
    sealed interface Verdict {}

    record Clean() implements Verdict {}

    /**
     * Not to be given to anybody.
     *
     * @param reason the name of the signature, or why no scanner can tell
     */
    record Infected(Message reason) implements Verdict {}

    /**
     * @throws IOException if the scanner gives no verdict; the bytes then wait for a better moment
     */
    Verdict scan(InputStream bytes) throws IOException;
}
