package tasuki.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tasuki.directory.Organization;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.kernel.server.ReadyLines;

/** Builds the sample prefecture at the first start of a demo and prints who can sign in. */
@Component
@Order(1)
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleStart implements ApplicationRunner, ReadyLines {

  /** A column of the table: the widest cell gives its width. */
  private record Line(String login, String name, String organization, String role) {}

  private final SamplePrefecture prefecture;
  private final SampleKeys keys;
  private final Organizations organizations;
  private final MessageSource messages;

  SampleStart(
      SamplePrefecture prefecture,
      SampleKeys keys,
      Organizations organizations,
      MessageSource messages) {
    this.prefecture = prefecture;
    this.keys = keys;
    this.organizations = organizations;
    this.messages = messages;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    prefecture.build();
  }

  @Override
  public List<String> lines() {
    List<Line> table = SampleAccounts.printed().stream().map(this::line).toList();
    int login = width(table, Line::login);
    int name = width(table, Line::name);
    int organization = width(table, Line::organization);
    List<String> lines = new ArrayList<>();
    lines.add("Sample accounts (password of all: " + SampleAccounts.PASSWORD + ")");
    for (Line line : table) {
      lines.add(
          "  "
              + padded(line.login(), login)
              + "  "
              + padded(line.name(), name)
              + "  "
              + padded(line.organization(), organization)
              + "  "
              + line.role());
    }
    return lines;
  }

  private Line line(SampleAccounts account) {
    Organization organization = organizations.get(keys.organization(account.organization()));
    return new Line(
        account.login(),
        account.name(),
        organization.name().replaceAll("\\(.*", ""),
        role(account, organization, Locale.JAPANESE)
            + " / "
            + role(account, organization, Locale.ENGLISH));
  }

  /** The profession, or the duty where that says more. */
  private String role(SampleAccounts account, Organization organization, Locale locale) {
    Set<Duty> duties = account.duties(account.organization());
    String key =
        duties.contains(Duty.CARE)
            ? "identity.profession." + account.profession()
            : "sample.role." + duties.iterator().next();
    String kind = messages.getMessage("directory.kind." + organization.kind(), null, locale);
    return messages.getMessage(key, new Object[] {kind}, locale);
  }

  private static int width(List<Line> table, Function<Line, String> cell) {
    return table.stream().map(cell).mapToInt(SampleStart::width).max().orElse(0);
  }

  /** How many columns of a terminal a text takes: Japanese letters take two. */
  private static int width(String text) {
    return text.codePoints().map(letter -> letter < 0x1100 ? 1 : 2).sum();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - width(text));
  }
}
