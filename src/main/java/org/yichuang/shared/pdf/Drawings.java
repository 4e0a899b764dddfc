package org.yichuang.shared.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Puts each drawing where the page has {@code <object data="drawing:NAME">}. */
final class Drawings implements FSObjectDrawerFactory, FSObjectDrawer {
    private static final String SCHEME = "drawing:";

    private final Map<String, Drawing> byName;

    Drawings(Map<String, Drawing> byName) {
        this.byName = byName;
    }

    @Override
    public @Nullable FSObjectDrawer createDrawer(Element element) {
        return isReplacedObject(element) ? this : null;
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return named(element) != null;
    }

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        float w = (float) width / dotsPerPixel;
        float h = (float) height / dotsPerPixel;
        Drawing drawing = named(element);
        if (drawing != null) {
            device.drawWithGraphics((float) x, (float) y, w, h, pen -> drawing.draw(pen, w, h));
        }
        return null;
    }

    private @Nullable Drawing named(Element element) {
        String address = element.getAttribute("data");
        return address.startsWith(SCHEME) ? byName.get(address.substring(SCHEME.length())) : null;
    }
}
