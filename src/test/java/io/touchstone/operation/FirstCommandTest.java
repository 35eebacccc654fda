package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the first command of the README does not spend a newcomer's time on. */
class FirstCommandTest {

  /** The switch of that command by which the build knows it. */
  private static final String SWITCH = "spring-boot.run.profiles";

  private final XPath path = XPathFactory.newInstance().newXPath();
  private Document build;

  @BeforeEach
  void the_build() throws Exception {
    build =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile());
  }

  @Test
  void it_fetches_no_library_that_only_tests_need() throws Exception {
    String profile = "/project/profiles/profile[id='tests']";

    assertThat(Files.readString(Path.of("README.md")))
        .contains("mvn spring-boot:run -D" + SWITCH + "=demo");
    assertThat(texts("/project/dependencies/dependency[scope='test']/artifactId")).isEmpty();
    assertThat(texts(profile + "/dependencies/dependency/scope")).containsOnly("test");
    assertThat(texts(profile + "/dependencies/dependency/artifactId"))
        .contains("spring-boot-starter-test", "playwright");
    assertThat(texts(profile + "/activation/property/name")).containsExactly("!" + SWITCH);
  }

  @Test
  void it_compiles_no_test() throws Exception {
    String skipping = "/project/profiles/profile[properties/maven.test.skip='true']";

    assertThat(texts(skipping + "/activation/property/name")).containsExactly(SWITCH);
    assertThat(texts(skipping + "/activation/activeByDefault")).isEmpty();
  }

  private List<String> texts(String expression) throws Exception {
    NodeList found = (NodeList) path.evaluate(expression, build, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }
}
