package org.yichuang.shared.web;

import java.util.List;

/**
 * What a module puts on the left side of the desk for this visitor. Make one a bean, with an {@code @Order}; groups of one
 * title become one. Called once a page of the desk, so counts should cost one short statement or none.
 */
public interface DeskLinks {
    List<DeskFrame.Group> of(Visitor visitor);
}
