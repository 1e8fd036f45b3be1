package dev.plimsoll.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.Estimate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

final class ExportFormatTest {

    private static final String UPLOAD = "acme.Main.main:3;acme.Cache.upload:41;java.nio.ByteBuffer.allocateDirect:9";
    private static final String LOAD = "acme.Main.main:3;acme.Mesh.<init>:7;java.nio.ByteBuffer.allocateDirect:9";

    private static Story story() {
        Story story = new Story()
                .allocate(0x10, 97, 1, "direct", UPLOAD)
                .allocate(0x20, 101, 1, "direct", UPLOAD)
                .allocate(0x30, 103, 1, "direct", LOAD)
                .free(0x30, "direct")
                .register(0x1, "acme.Order.compare", "...;acme.Sort.sort:12");
        int stack = story.stack(UPLOAD);
        story.findings.add(new Finding(
                "growth",
                Verdict.LEAK_LIKELY,
                "acme.Cache.upload:41 gains.",
                "direct",
                new Estimate(198, 0),
                new Estimate(2, 0),
                story.stacks.get(stack).site(),
                stack,
                List.of(),
                ""));
        return story;
    }

    private static byte[] write(StackFigures figures, ExportFormat format, Figure figure) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.writer(figure).write(figures, out);
        return out.toByteArray();
    }

    private static String text(ExportFormat format, Figure figure) throws IOException {
        return new String(write(StackFigures.of(story().snapshot()), format, figure), StandardCharsets.UTF_8);
    }

    @Test
    void collapsedHasOneLinePerStackThatHasTheFigure() throws IOException {
        assertEquals(UPLOAD + " 198\n", text(ExportFormat.COLLAPSED, Figure.LIVE_BYTES));
        assertEquals(UPLOAD + " 198\n" + LOAD + " 103\n", text(ExportFormat.COLLAPSED, Figure.ALLOCATED_BYTES));
        assertEquals(LOAD + " 103\n", text(ExportFormat.COLLAPSED, Figure.FREED_BYTES));
        assertEquals(UPLOAD + " 2\n", text(ExportFormat.COLLAPSED, Figure.LEAKED_BLOCKS));
        assertEquals("[stack cut off];acme.Sort.sort:12 1\n", text(ExportFormat.COLLAPSED, Figure.LIVE_CALLBACKS));
    }

    @Test
    void csvHasAllFigures() throws IOException {
        List<String> lines = text(ExportFormat.CSV, Figure.LIVE_BYTES).lines().toList();
        assertEquals(
                "binding,frame,liveBytes,liveBlocks,allocatedBytes,allocations,freedBytes,leakedBytes,leakedBlocks,"
                        + "liveCallbacks,stack",
                lines.getFirst());
        assertEquals("direct,acme.Cache.upload:41,198,2,198,2,0,198,2,0," + UPLOAD, lines.get(1));
        assertEquals("direct,acme.Mesh.<init>:7,0,0,103,1,103,0,0,0," + LOAD, lines.get(2));
        assertEquals(4, lines.size());
    }

    @Test
    void speedscopeHasAProfilePerFigureOverOneTableOfFrames() throws IOException {
        JsonObject file = JsonParser.parseString(text(ExportFormat.SPEEDSCOPE, Figure.LIVE_BYTES))
                .getAsJsonObject();
        JsonArray frames = file.getAsJsonObject("shared").getAsJsonArray("frames");
        List<String> names = new ArrayList<>();
        for (JsonElement profile : file.getAsJsonArray("profiles")) {
            JsonObject p = profile.getAsJsonObject();
            names.add(p.get("name").getAsString());
            long sum = 0;
            for (JsonElement weight : p.getAsJsonArray("weights")) {
                sum += weight.getAsLong();
            }
            assertEquals(p.get("endValue").getAsLong(), sum);
            assertEquals(
                    p.getAsJsonArray("samples").size(),
                    p.getAsJsonArray("weights").size());
        }
        assertEquals(
                List.of(
                        "live bytes",
                        "live blocks",
                        "allocated bytes",
                        "allocations",
                        "freed bytes",
                        "leaked bytes",
                        "leaked blocks",
                        "live callbacks"),
                names);
        JsonArray first = file.getAsJsonArray("profiles")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("samples")
                .get(0)
                .getAsJsonArray();
        assertEquals(
                "acme.Main.main",
                frames.get(first.get(0).getAsInt())
                        .getAsJsonObject()
                        .get("name")
                        .getAsString());
    }

    @Test
    void pprofHasASampleTypePerFigureAndSumsThatAgree() throws IOException {
        byte[] zipped = write(StackFigures.of(story().snapshot()), ExportFormat.PPROF, Figure.LIVE_BYTES);
        byte[] profile = new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();
        List<byte[]> samples = new ArrayList<>();
        List<String> strings = new ArrayList<>();
        int[] types = {0};
        ProtoReader.read(profile, (field, number, bytes) -> {
            switch (field) {
                case 1 -> types[0]++;
                case 2 -> samples.add(bytes);
                case 6 -> strings.add(new String(bytes, StandardCharsets.UTF_8));
                default -> {}
            }
        });
        assertEquals(Figure.values().length, types[0]);
        assertEquals("", strings.getFirst());
        assertTrue(strings.containsAll(List.of("liveBytes", "bytes", "acme.Cache.upload", "binding", "direct")));
        long[] sums = new long[Figure.values().length];
        for (byte[] sample : samples) {
            ProtoReader.read(sample, (field, number, bytes) -> {
                if (field == 2) {
                    long[] values = ProtoReader.packed(bytes);
                    for (int i = 0; i < values.length; i++) {
                        sums[i] += values[i];
                    }
                }
            });
        }
        assertEquals(198, sums[Figure.LIVE_BYTES.ordinal()]);
        assertEquals(301, sums[Figure.ALLOCATED_BYTES.ordinal()]);
        assertEquals(1, sums[Figure.LIVE_CALLBACKS.ordinal()]);
    }

    @Test
    void svgIsWellFormedWithATitlePerBox() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        text(ExportFormat.SVG, Figure.ALLOCATED_BYTES).getBytes(StandardCharsets.UTF_8)));
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < document.getElementsByTagName("title").getLength(); i++) {
            titles.add(document.getElementsByTagName("title").item(i).getTextContent());
        }
        assertTrue(titles.contains("acme.Mesh.<init>:7: 103 B, 34 %"), titles.toString());
    }

    @Test
    void htmlNeedsNoNetworkAndCannotBeBrokenByAName() throws IOException {
        Story story = story().allocate(0x40, 5, 1, "direct", "acme.Evil.</script>:1");
        String page = new String(
                write(StackFigures.of(story.snapshot()), ExportFormat.HTML, Figure.LIVE_BYTES), StandardCharsets.UTF_8);
        assertFalse(page.contains("http:") || page.contains("https:"), "no address");
        assertEquals(page.indexOf("</script>"), page.lastIndexOf("</script>"));
        int from = page.indexOf("const data = ") + "const data = ".length();
        JsonObject data = JsonParser.parseString(page.substring(from, page.indexOf(";\nconst ROW")))
                .getAsJsonObject();
        assertEquals(4, data.getAsJsonArray("stacks").size());
        assertEquals("demo.jfr", data.get("title").getAsString());
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void anonymisedNamesNobody(ExportFormat format) throws IOException {
        StackFigures figures = Anonymiser.of(StackFigures.of(story().snapshot()));
        byte[] bytes = write(figures, format, Figure.ALLOCATED_BYTES);
        if (format == ExportFormat.PPROF) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String secret : List.of("acme", "Cache", "upload", "Mesh", "demo.jfr")) {
            assertFalse(text.contains(secret), secret + " in " + format);
        }
        assertTrue(text.contains("java.nio.ByteBuffer.allocateDirect"), format.word());
        assertTrue(text.contains("p1.C1.m1"), format.word());
    }

    @Test
    void formatsHaveWords() {
        assertEquals("collapsed, pprof, speedscope, html, svg, csv", ExportFormat.words());
        assertEquals(ExportFormat.SVG, ExportFormat.of("svg").orElseThrow());
        assertTrue(ExportFormat.of("pdf").isEmpty());
    }
}
