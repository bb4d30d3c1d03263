package org.kongdee.evidence.item;

import org.kongdee.evidence.storage.Sha256;

/**
 * A file that is to be filed with an item; its bytes are kept already.
 *
 * @param waits for the antivirus
 */
public record NewFile(String name, String mediaType, long size, Sha256 sha256, boolean waits) {}
