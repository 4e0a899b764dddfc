package org.yichuang.network.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.journal.Actor;

/** What a change of windows does to the posts at them. */
@Component
class WindowPosts {
    private final TableStore store;
    private final TableJournal journal;

    WindowPosts(TableStore store, TableJournal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** The posts at a window go with it to another centre. */
    void moved(Actor by, Table table, Changes changes) {
        if (!table.stored().equals("service_window")) {
            return;
        }
        Map<String, String> centres = new HashMap<>();
        int at = table.index("centre");
        for (Changes.Changed window : changes.changed()) {
            String centre = window.is()[at];
            if (centre != null && !centre.equals(window.was()[at])) {
                centres.put(String.valueOf(window.is()[0]), centre);
            }
        }
        if (centres.isEmpty()) {
            return;
        }
        Table posts = Tables.stored("post").orElseThrow();
        List<Changes.Changed> moved = new ArrayList<>();
        for (@Nullable String[] post : store.all(posts)) {
            String window = post[posts.index("service_window")];
            String centre = window == null ? null : centres.get(window);
            if (centre != null && !centre.equals(post[posts.index("centre")])) {
                @Nullable String[] there = post.clone();
                there[posts.index("centre")] = centre;
                moved.add(new Changes.Changed(post, there));
            }
        }
        var along = new Changes(List.of(), moved, List.of(), 0);
        store.write(posts, along.written());
        journal.edited(by, posts, along);
    }
}
