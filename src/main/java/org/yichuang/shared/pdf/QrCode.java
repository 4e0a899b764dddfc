package org.yichuang.shared.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** QR codes as images, to stand in a page or on paper. */
public final class QrCode {
    private static final int SIDE = 480;

    private QrCode() {}

    /** The text as a QR code, a {@code data:} address of a PNG: readable with a quarter of its bits lost. */
    public static String address(String text) {
        return address(draw(text));
    }

    /** Any picture as a {@code data:} address. */
    public static String address(BufferedImage picture) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static BufferedImage draw(String text) {
        BitMatrix bits = encode(text);
        var picture = new BufferedImage(bits.getWidth(), bits.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                picture.setRGB(x, y, bits.get(x, y) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        return picture;
    }

    private static BitMatrix encode(String text) {
        try {
            var hints = Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.Q,
                    EncodeHintType.CHARACTER_SET,
                    "UTF-8",
                    EncodeHintType.MARGIN,
                    2);
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, SIDE, SIDE, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
