package io.hubtriage.lab.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A rendered page, read back; one that is not well formed cannot be read. */
final class PageDom {
  private final Document document;

  private PageDom(Document document) {
    this.document = document;
  }

  static PageDom of(Story story) {
    return of(Report.render(story));
  }

  static PageDom of(String page) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return new PageDom(builder.parse(new InputSource(new StringReader(page))));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("not well formed: " + e.getMessage(), e);
    }
  }

  List<Element> all(String name) {
    NodeList nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  /** The elements that have this class among theirs. */
  List<Element> styled(String style) {
    return all("*").stream()
        .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(style))
        .toList();
  }

  Element section(String id) {
    return all("section").stream()
        .filter(e -> e.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no section " + id));
  }

  /** Names of all attributes on the page. */
  List<String> attributes() {
    List<String> names = new ArrayList<>();
    for (Element element : all("*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        names.add(element.getAttributes().item(i).getNodeName());
      }
    }
    return names;
  }

  List<String> links() {
    return all("a").stream().map(e -> e.getAttribute("href")).toList();
  }

  String text() {
    return flat(document.getDocumentElement());
  }

  static String flat(Element element) {
    return element.getTextContent().lines().map(String::strip).collect(Collectors.joining(" "));
  }
}
