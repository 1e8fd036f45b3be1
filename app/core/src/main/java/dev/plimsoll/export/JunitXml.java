package dev.plimsoll.export;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// What CI systems read as test results, in the form that Surefire writes: a test case per limit, a failure where it is
/// over and an error where it cannot be told.
public final class JunitXml implements CheckFormat {

    @Override
    public void write(Budget budget, List<Outcome> outcomes, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "plimsoll " + budget.file());
            xml.writeAttribute("tests", Integer.toString(outcomes.size()));
            xml.writeAttribute("failures", count(outcomes, Outcome.State.OVER));
            xml.writeAttribute("errors", count(outcomes, Outcome.State.UNKNOWN));
            xml.writeAttribute("skipped", "0");
            for (Outcome outcome : outcomes) {
                testCase(xml, budget, outcome);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void testCase(XMLStreamWriter xml, Budget budget, Outcome outcome) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute(
                "classname", "plimsoll." + outcome.limit().scope().words().replace(' ', '.'));
        xml.writeAttribute("name", outcome.limit().measure().key());
        xml.writeAttribute("time", "0");
        if (outcome.state() != Outcome.State.KEPT) {
            boolean over = outcome.state() == Outcome.State.OVER;
            xml.writeCharacters("\n    ");
            xml.writeStartElement(over ? "failure" : "error");
            xml.writeAttribute("message", outcome.sentence());
            xml.writeAttribute("type", over ? "over budget" : "cannot be told");
            xml.writeCharacters(budget.file() + ":" + outcome.limit().line() + ": " + outcome.sentence()
                    + outcome.lines().stream()
                            .map(line -> "\n  at " + line.words())
                            .collect(Collectors.joining()));
            xml.writeEndElement();
            xml.writeCharacters("\n  ");
        }
        xml.writeEndElement();
    }

    private static String count(List<Outcome> outcomes, Outcome.State state) {
        return Long.toString(
                outcomes.stream().filter(outcome -> outcome.state() == state).count());
    }
}
