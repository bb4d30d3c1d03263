package org.kongdee.evidence.item;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A file of another item of the same unit, to be taken over.
 *
 * @param item id of the item that has it
 * @param file its number there, from 1
 */
public record CopyFile(@NotNull UUID item, @Min(1) int file) {}
