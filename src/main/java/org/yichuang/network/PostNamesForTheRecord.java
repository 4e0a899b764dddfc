package org.yichuang.network;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yichuang.journal.PostNames;
import org.yichuang.shared.Text;

/** Says to who reads the record what its posts and units are called. */
@Component
class PostNamesForTheRecord implements PostNames {
    private final Network network;

    PostNamesForTheRecord(Network network) {
        this.network = network;
    }

    @Override
    public Optional<Text> post(String code) {
        return network.post(code).map(Post::name);
    }

    @Override
    public Optional<Text> unit(String code) {
        return network.unit(code).map(Unit::name);
    }
}
