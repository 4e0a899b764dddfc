package org.yichuang.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something handed in.
 *
 * @param material its code in the item version
 * @param file the uploaded file; null: on paper, at a window
 * @param name what the file is called
 */
public record SubmittedMaterial(String material, @Nullable UUID file, String name) {}
