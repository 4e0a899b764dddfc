package org.yichuang.journal;

import java.util.Optional;
import org.yichuang.shared.Text;

/** What posts and units are called, for who reads the record, which holds their codes. Another module knows it. */
public interface PostNames {
    /** Where no module knows any. */
    PostNames NONE = new PostNames() {
        @Override
        public Optional<Text> post(String code) {
            return Optional.empty();
        }

        @Override
        public Optional<Text> unit(String code) {
            return Optional.empty();
        }
    };

    /** Empty for one that is no more. */
    Optional<Text> post(String code);

    /** Empty for one that is no more. */
    Optional<Text> unit(String code);
}
