package org.recoveryrules.drools.tables;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The XML parts of a workbook, read element by element; nothing outside a part is ever fetched. */
final class Xml {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Xml() {}

    /** Takes in an element and, where it wants to, what is in it. */
    interface ElementReader {
        void read(XMLStreamReader element) throws XMLStreamException;
    }

    /** Hands every element on that no one before it has taken in. */
    static void forEachElement(byte[] part, ElementReader reader) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader elements = factory.createXMLStreamReader(new ByteArrayInputStream(part));
        while (elements.hasNext()) {
            if (elements.next() == XMLStreamConstants.START_ELEMENT) {
                reader.read(elements);
            }
        }
    }

    /** Hands the children of an element on, each of which has to be taken in. */
    static void forEachChild(XMLStreamReader parent, ElementReader reader) throws XMLStreamException {
        while (parent.nextTag() == XMLStreamConstants.START_ELEMENT) {
            reader.read(parent);
        }
    }

    /** The text of a string, plain or with formats in it, without the reading aids of East Asian scripts. */
    static String string(XMLStreamReader parent) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int aids = 0;
        while (depth > 0) {
            int event = parent.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                aids -= isAid(parent) ? 1 : 0;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && parent.getLocalName().equals("t")) {
                String part = parent.getElementText();
                text.append(aids == 0 ? part : "");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                aids += isAid(parent) ? 1 : 0;
            }
        }
        return unescape(text.toString());
    }

    private static boolean isAid(XMLStreamReader element) {
        return element.getLocalName().equals("rPh");
    }

    /** A text with the characters that XML cannot hold, such as {@code _x000D_} for a carriage return. */
    static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16))));
    }

    static String attribute(XMLStreamReader element, String name) {
        return Optional.ofNullable(element.getAttributeValue(null, name)).orElse("");
    }

    static int number(XMLStreamReader element, String name, int otherwise) {
        String value = attribute(element, name);
        return value.isEmpty() ? otherwise : Integer.parseInt(value);
    }
}
