import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Makes every picture from the SVG sources: `java Icons.java SOURCES OUT`. Knows the two shapes that the sources use,
/// circles and rectangles on a 16 px grid, and refuses any other. Needs no display and no fonts.
public final class Icons {

    private static final int GRID = 16;
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        Path sources = Path.of(args[0]);
        Path out = Files.createDirectories(Path.of(args[1]));
        make(sources.resolve("app.svg"), "plimsoll", out);
        make(sources.resolve("recording.svg"), "plimsoll-recording", out);
    }

    private static void make(Path source, String name, Path out) throws Exception {
        Element svg = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(source.toFile())
                .getDocumentElement();
        Map<Integer, byte[]> pictures = new LinkedHashMap<>();
        for (int size : SIZES) {
            byte[] png = png(svg, size);
            pictures.put(size, png);
            Files.write(out.resolve(name + "-" + size + ".png"), png);
        }
        Files.copy(source, out.resolve(name + ".svg"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.write(out.resolve(name + ".ico"), ico(pictures));
        Files.write(out.resolve(name + ".icns"), icns(pictures));
    }

    private static byte[] png(Element svg, int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(size / (double) GRID, size / (double) GRID);
        NodeList nodes = svg.getElementsByTagName("*");
        for (int i = 0; i < nodes.getLength(); i++) {
            draw((Element) nodes.item(i), graphics);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void draw(Element shape, Graphics2D graphics) {
        switch (shape.getTagName()) {
            case "rect" -> {
                graphics.setColor(Color.decode(shape.getAttribute("fill")));
                double corner = 2 * number(shape, "rx");
                graphics.fill(new RoundRectangle2D.Double(
                        number(shape, "x"),
                        number(shape, "y"),
                        number(shape, "width"),
                        number(shape, "height"),
                        corner,
                        corner));
            }
            case "circle" -> {
                graphics.setColor(Color.decode(shape.getAttribute("stroke")));
                graphics.setStroke(new BasicStroke((float) number(shape, "stroke-width")));
                double r = number(shape, "r");
                graphics.draw(new Ellipse2D.Double(number(shape, "cx") - r, number(shape, "cy") - r, 2 * r, 2 * r));
            }
            default ->
                throw new IllegalArgumentException(
                        "an icon has a <" + shape.getTagName() + ">; draw it with rect and circle");
        }
    }

    private static double number(Element shape, String name) {
        String value = shape.getAttribute(name);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    /// Windows' container (https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)): a table, then
    /// PNGs.
    private static byte[] ico(Map<Integer, byte[]> pictures) throws IOException {
        List<Integer> sizes = SIZES.stream().filter(size -> size <= 256).toList();
        int offset = 6 + 16 * sizes.size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(little(6)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) sizes.size())
                .array());
        for (int size : sizes) {
            int length = pictures.get(size).length;
            // A side of 256 is written as 0; one plane, 32 bits.
            out.write(little(16)
                    .put((byte) size)
                    .put((byte) size)
                    .putShort((short) 0)
                    .putShort((short) 1)
                    .putShort((short) 32)
                    .putInt(length)
                    .putInt(offset)
                    .array());
            offset += length;
        }
        for (int size : sizes) {
            out.write(pictures.get(size));
        }
        return out.toByteArray();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The Mac's container: `icns`, the whole length, then per picture a type, its length with this head, and a PNG. A
    /// type
    /// with a double size is the same picture for a fine screen.
    private static byte[] icns(Map<Integer, byte[]> pictures) throws IOException {
        Map<String, Integer> types = new LinkedHashMap<>();
        types.put("icp4", 16);
        types.put("ic11", 32);
        types.put("icp5", 32);
        types.put("ic12", 64);
        types.put("ic07", 128);
        types.put("ic13", 256);
        types.put("ic08", 256);
        types.put("ic14", 512);
        types.put("ic09", 512);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, Integer> type : types.entrySet()) {
            byte[] png = pictures.get(type.getValue());
            body.write(type.getKey().getBytes(StandardCharsets.US_ASCII));
            body.write(ByteBuffer.allocate(4).putInt(png.length + 8).array());
            body.write(png);
        }
        ByteBuffer head = ByteBuffer.allocate(8);
        head.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(body.size() + 8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head.array());
        out.write(body.toByteArray());
        return out.toByteArray();
    }
}
