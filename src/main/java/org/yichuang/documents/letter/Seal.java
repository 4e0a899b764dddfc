package org.yichuang.documents.letter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.function.IntFunction;
import org.yichuang.shared.pdf.Drawing;

/**
 * The round red seal of a unit: its name along the upper arc, a star, and below it what kind of seal this is. It is drawn
 * on a square of 640, from the outlines of our own text face, so it needs no font of the machine.
 */
final class Seal implements Drawing {
    private static final double SIDE = 640;
    private static final double CENTRE = SIDE / 2;
    private static final Color RED = new Color(0xC8, 0x1E, 0x1E, 0xE0);
    private static final double RADIUS = 278;
    /** From the first character to the last: the lower part of the ring stays free. */
    private static final double WIDEST_ARC = Math.toRadians(224);

    private static final double WIDEST_STEP = Math.toRadians(26);

    private final IntFunction<Shape> outline;
    private final String unit;
    private final String foot;

    Seal(IntFunction<Shape> outline, String unit, boolean demo) {
        this.outline = outline;
        this.unit = unit;
        this.foot = demo ? "电子印章·演示" : "电子印章";
    }

    @Override
    public void draw(Graphics2D pen, double width, double height) {
        pen.scale(width / SIDE, height / SIDE);
        pen.setColor(RED);
        pen.setStroke(new BasicStroke(15));
        pen.draw(new Ellipse2D.Double(10, 10, SIDE - 20, SIDE - 20));
        pen.fill(star(92));
        pen.fill(name());
        pen.fill(line(CENTRE + 178, foot.length() > 4 ? 40 : 50));
    }

    /** The characters stand on the arc, upright to the centre; a long name has narrower ones. */
    private Shape name() {
        int[] characters = unit.codePoints().toArray();
        int gaps = Math.max(characters.length - 1, 1);
        double step = Math.min(WIDEST_ARC / gaps, WIDEST_STEP);
        double tall = 72;
        double wide = Math.min(tall, 0.97 * step * (RADIUS - tall * 0.62));
        var all = new Path2D.Double();
        for (int i = 0; i < characters.length; i++) {
            var place = AffineTransform.getTranslateInstance(CENTRE, CENTRE);
            place.rotate(step * (i - (characters.length - 1) / 2.0));
            place.translate(0, tall * 0.88 - RADIUS);
            place.scale(wide / 1000, -tall / 1000);
            place.translate(-500, 0);
            all.append(place.createTransformedShape(outline.apply(characters[i])), false);
        }
        return all;
    }

    private Shape line(double baseline, double size) {
        int[] characters = foot.codePoints().toArray();
        double left = CENTRE - size * characters.length / 2;
        var all = new Path2D.Double();
        for (int i = 0; i < characters.length; i++) {
            var place = AffineTransform.getTranslateInstance(left + i * size, baseline);
            place.scale(size / 1000, -size / 1000);
            all.append(place.createTransformedShape(outline.apply(characters[i])), false);
        }
        return all;
    }

    private static Shape star(double radius) {
        var star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double reach = i % 2 == 0 ? radius : radius * 0.382;
            double angle = Math.PI * i / 5;
            double x = CENTRE + reach * Math.sin(angle);
            double y = CENTRE - reach * Math.cos(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }
}
