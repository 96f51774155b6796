package tasuki.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tasuki.directory.Doubt;
import tasuki.directory.Listing;
import tasuki.directory.Listings;
import tasuki.directory.Organization;

/** Puts two organisations side by side, line by line. */
@Component
class DoubtSides {

  /**
   * A line of the comparison.
   *
   * @param differs whether both say something, and not the same
   */
  record Line(String label, String older, String newer, boolean differs) {}

  private final Listings listings;
  private final PositionWords positions;
  private final ListNames lists;
  private final MessageSource messages;

  DoubtSides(Listings listings, PositionWords positions, ListNames lists, MessageSource messages) {
    this.listings = listings;
    this.positions = positions;
    this.lists = lists;
    this.messages = messages;
  }

  List<Line> lines(Organization older, Organization newer, Locale locale) {
    List<Line> lines = new ArrayList<>();
    add(lines, "desk.name", older, newer, locale, Organization::name);
    add(lines, "desk.kind", older, newer, locale, one -> kind(one, locale));
    add(lines, "desk.code", older, newer, locale, Organization::code);
    add(lines, "desk.address", older, newer, locale, Organization::address);
    add(lines, "desk.postcode", older, newer, locale, Organization::postcode);
    add(lines, "desk.telephone", older, newer, locale, Organization::telephone);
    add(lines, "desk.fax", older, newer, locale, Organization::fax);
    add(lines, "desk.corporate-number", older, newer, locale, Organization::corporateNumber);
    add(lines, "desk.listing.operator", older, newer, locale, this::operator);
    add(lines, "desk.website", older, newer, locale, Organization::website);
    add(
        lines,
        "desk.position",
        older,
        newer,
        locale,
        one -> positions.said(one.position(), locale));
    add(lines, "desk.listings", older, newer, locale, one -> named(one, locale));
    add(
        lines,
        "desk.organizations.joined",
        older,
        newer,
        locale,
        one ->
            say(
                one.member() ? "desk.organizations.member" : "desk.organizations.stranger",
                locale));
    return lines;
  }

  private void add(
      List<Line> lines,
      String label,
      Organization older,
      Organization newer,
      Locale locale,
      Function<Organization, @Nullable String> of) {
    String one = Objects.requireNonNullElse(of.apply(older), "");
    String other = Objects.requireNonNullElse(of.apply(newer), "");
    if (!one.isEmpty() || !other.isEmpty()) {
      boolean differs = !one.isEmpty() && !other.isEmpty() && !one.equals(other);
      lines.add(new Line(say(label, locale), one, other, differs));
    }
  }

  private String kind(Organization organization, Locale locale) {
    return say("directory.kind." + organization.kind(), locale);
  }

  private @Nullable String operator(Organization organization) {
    return listings.of(organization.id()).stream()
        .map(Listing::operator)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** Which lists name it, with the services they name. */
  private String named(Organization organization, Locale locale) {
    return listings.of(organization.id()).stream()
        .map(
            listing ->
                messages.getMessage(
                    listing.until() == null ? "desk.listing.in" : "desk.listing.was-in",
                    new Object[] {
                      lists.said(listing.list(), true, locale),
                      Objects.requireNonNullElse(listing.service(), "")
                    },
                    locale))
        .distinct()
        .collect(Collectors.joining(say("web.list.comma", locale)));
  }

  /** The reasons of a doubt, in a few words. */
  String reasons(List<String> reasons, Locale locale) {
    return String.join(say("web.list.comma", locale), sentences(reasons, locale));
  }

  List<String> sentences(List<String> reasons, Locale locale) {
    return reasons.stream().map(reason -> say("directory.reason." + reason, locale)).toList();
  }

  List<Option> kinds(Locale locale) {
    return Arrays.stream(Doubt.Kind.values())
        .map(kind -> new Option(kind.name(), say("desk.doubt.kind." + kind, locale)))
        .toList();
  }

  /** What may be answered, the likeliest first. */
  List<Option> answers(Doubt doubt, Locale locale) {
    List<Doubt.Answer> order =
        switch (doubt.kind()) {
          case SAME ->
              List.of(
                  Doubt.Answer.SAME,
                  Doubt.Answer.DIFFERENT,
                  Doubt.Answer.SUCCESSION,
                  Doubt.Answer.LATER);
          case SUCCESSION ->
              List.of(
                  Doubt.Answer.SUCCESSION,
                  Doubt.Answer.DIFFERENT,
                  Doubt.Answer.SAME,
                  Doubt.Answer.LATER);
        };
    return order.stream()
        .map(answer -> new Option(answer.name(), say("desk.doubt.answer." + answer, locale)))
        .toList();
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
