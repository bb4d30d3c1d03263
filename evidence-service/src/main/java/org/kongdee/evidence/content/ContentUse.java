package org.kongdee.evidence.content;

import java.util.List;
import org.kongdee.evidence.storage.Sha256;

/** Which bytes files have; the feature that keeps files knows it. */
public interface ContentUse {

    boolean isNamed(Sha256 sha256);

    /** How many files wait for the antivirus. */
    long waiting();

    /** Bytes that no file has, and no upload holds any more; some of them. */
    List<Sha256> orphans(int limit);
}
