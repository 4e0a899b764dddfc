package org.yichuang.shared.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;

/** A text as a QR code, readable with a quarter of it lost; draw it on white, with some white around it. */
public final class QrCode implements Drawing {
    private final ByteMatrix dots;

    private QrCode(ByteMatrix dots) {
        this.dots = dots;
    }

    public static QrCode of(String text) {
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
            return new QrCode(
                    Encoder.encode(text, ErrorCorrectionLevel.Q, hints).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One area of all the dark runs of dots, so that no viewer shows hairlines between them. */
    @Override
    public void draw(Graphics2D pen, double width, double height) {
        double dot = Math.min(width / dots.getWidth(), height / dots.getHeight());
        var dark = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                int run = run(x, y);
                if (run > 0) {
                    dark.append(new Rectangle2D.Double(x * dot, y * dot, run * dot, dot), false);
                    x += run - 1;
                }
            }
        }
        pen.setColor(Color.BLACK);
        pen.fill(dark);
    }

    private int run(int x, int y) {
        int end = x;
        while (end < dots.getWidth() && dots.get(end, y) == 1) {
            end++;
        }
        return end - x;
    }
}
