package org.yichuang.documents;

import org.jspecify.annotations.Nullable;

/**
 * A licence that was granted, as the public may know it (AL 40).
 *
 * @param decision the letter that grants it
 * @param certificate the newest one made of it; null as long as there is none
 */
public record Granted(Verification decision, @Nullable Verification certificate) {}
