package org.yichuang.shared.pdf;

import java.awt.Graphics2D;

/** A picture drawn by lines and areas: sharp at any size, small in the file. */
@FunctionalInterface
public interface Drawing {
    /** Draws into the rectangle from 0, 0 to {@code width}, {@code height}. */
    void draw(Graphics2D pen, double width, double height);
}
