package org.yichuang.network;

import java.util.Optional;
import org.yichuang.shared.Text;

/** What items are called, for who reads the register, which holds their codes. Another module knows it. */
@FunctionalInterface
public interface ItemNames {
    /** Empty for one that is not in force. */
    Optional<Text> of(String item);
}
