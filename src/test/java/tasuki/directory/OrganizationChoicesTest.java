package tasuki.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.LinkedMultiValueMap;
import tasuki.House;
import tasuki.directory.search.SearchIndex;
import tasuki.kernel.Actor;
import tasuki.web.Form;

class OrganizationChoicesTest {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** A name that no other test uses, so that what fits is known. */
  private static final String NAME = "ゆきぐに" + (System.nanoTime() % 1_000_000);

  private static final String HERE = "99101";
  private static final String FAR = "99205-1";

  private static OrganizationId own;
  private static OrganizationId far;
  private static OrganizationId outside;
  private static OrganizationId near;

  private final OrganizationChoices choices = House.bean(OrganizationChoices.class);

  @BeforeEach
  void speakJapanese() {
    LocaleContextHolder.setLocale(Locale.JAPANESE);
  }

  @AfterEach
  void speakAsBefore() {
    LocaleContextHolder.resetLocaleContext();
  }

  @BeforeAll
  static void enter() {
    own = enter("自分の病院", OrganizationKind.HOSPITAL, HERE, null);
    outside = enter(NAME + "あ病院", OrganizationKind.HOSPITAL, null, null);
    far = enter(NAME + "い病院", OrganizationKind.HOSPITAL, FAR, null);
    near = enter(NAME + "う病院", OrganizationKind.HOSPITAL, HERE, null);
    enter(NAME + "え病院", OrganizationKind.HOSPITAL, HERE, LocalDate.of(2021, 4, 1));
    enter(NAME + "薬局", OrganizationKind.PHARMACY, HERE, null);
  }

  private static OrganizationId enter(
      String name, OrganizationKind kind, @Nullable String unit, @Nullable LocalDate closed) {
    OrganizationId entered =
        House.as(
            Actor.NOBODY,
            () -> {
              Organizations organizations = House.bean(Organizations.class);
              OrganizationId id =
                  organizations.add(
                      new NewOrganization(
                          kind,
                          name,
                          "ユキグニ" + "アイウエオカキク".charAt(NUMBER.getAndIncrement() % 8),
                          null,
                          "000-000-0000",
                          null,
                          null,
                          "見本県",
                          unit,
                          true,
                          unit == null,
                          LocalDate.of(2020, 4, 1)));
              if (closed != null) {
                organizations.close(id, closed);
              }
              return id;
            });
    House.bean(SearchIndex.class).catchUp();
    return entered;
  }

  private static Actor member(OrganizationId organization) {
    return new Actor.Member(UUID.randomUUID(), organization.value(), Actor.Sight.CARE);
  }

  private List<String> found(OrganizationId asking, Choosable of, String words) {
    return House.as(
        member(asking),
        () -> choices.find(of, words).stream().map(OrganizationChoices.Choice::value).toList());
  }

  private static Form form(String... namesAndValues) {
    LinkedMultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      values.add(namesAndValues[at], namesAndValues[at + 1]);
    }
    return new Form(values, House.bean(MessageSource.class), "person");
  }

  private Optional<OrganizationId> read(OrganizationId asking, Form form) {
    return House.as(member(asking), () -> choices.read(form, "hospital", Choosable.HOSPITAL));
  }

  @Test
  void the_own_area_comes_before_others_and_what_was_chosen_before_comes_first() {
    OrganizationId asking = enter("たずねる病院", OrganizationKind.HOSPITAL, HERE, null);
    assertThat(found(asking, Choosable.HOSPITAL, NAME))
        .containsExactly(near.toString(), outside.toString(), far.toString());
    assertThat(read(asking, form("hospital", far.toString()))).contains(far);
    assertThat(found(asking, Choosable.HOSPITAL, NAME))
        .containsExactly(far.toString(), near.toString(), outside.toString());
    assertThat(found(own, Choosable.HOSPITAL, NAME)).startsWith(near.toString());
  }

  @Test
  void only_what_is_open_and_of_a_fitting_kind_can_be_chosen() {
    assertThat(found(own, Choosable.HOSPITAL, NAME)).hasSize(3);
    assertThat(found(own, Choosable.CARING, NAME)).hasSize(4);
    assertThat(found(own, Choosable.SUPPORT_CENTRE, NAME)).isEmpty();
    assertThat(found(own, Choosable.CARING, "ご本人・ご家族")).isEmpty();
  }

  @Test
  void reading_town_and_kind_find_it_in_any_spelling() {
    String digits = NAME.substring("ゆきぐに".length());
    for (String words :
        List.of(
            "ﾕｷｸﾞﾆ" + digits,
            "ゆきぐに" + digits + " 薬局",
            digits + " Pharmacy",
            digits + " 中央区",
            digits + " ちゅうおう")) {
      assertThat(found(own, Choosable.CARING, words)).as(words).isNotEmpty();
    }
    assertThat(found(own, Choosable.CARING, digits + " 薬局")).hasSize(1);
    assertThat(found(own, Choosable.CARING, digits + " 診療所")).isEmpty();
  }

  @Test
  void each_says_its_kind_and_where_it_lies() {
    OrganizationChoices.Choice first =
        House.as(member(own), () -> choices.find(Choosable.HOSPITAL, NAME + "う").getFirst());
    assertThat(first.name()).isEqualTo(NAME + "う病院");
    assertThat(first.note()).startsWith("病院 ・ ").contains("中央区");
    assertThat(
            House.as(member(own), () -> choices.find(Choosable.HOSPITAL, NAME + "あ").getFirst())
                .note())
        .contains("県外");
  }

  @Test
  void words_alone_and_what_cannot_be_chosen_here_are_errors_at_the_field() {
    Form words = form("hospital", "", "hospital-words", NAME);
    assertThat(read(own, words)).isEmpty();
    assertThat(words.error("hospital")).isEqualTo("候補から一つ選んでください");
    Form another = form("hospital", UUID.randomUUID().toString());
    assertThat(read(own, another)).isEmpty();
    assertThat(another.error("hospital")).isNotNull();
    Form nothing = form("hospital", "", "hospital-words", "");
    assertThat(read(own, nothing)).isEmpty();
    assertThat(nothing.hasErrors()).isFalse();
  }

  @Test
  void looking_something_up_does_nothing_and_tells_no_error() {
    Form looking = form("pick", "hospital", "hospital-words", NAME, "on", "");
    looking.text("on", 10);
    read(own, looking);
    assertThat(looking.hasErrors()).isTrue();
    assertThat(looking.errors()).isEmpty();
    assertThat(looking.error("hospital")).isNull();
    OrganizationChoices.Field field =
        House.as(member(own), () -> choices.field(looking, "hospital", Choosable.HOSPITAL));
    assertThat(field.found()).hasSize(3);
    assertThat(field.words()).isEqualTo(NAME);
  }

  @Test
  void a_short_list_is_a_list_and_a_long_one_is_bounded() {
    for (int more = 0; more < OrganizationChoices.MOST + 2; more++) {
      enter("数の多い病院" + more, OrganizationKind.HOSPITAL, FAR, null);
    }
    assertThat(found(own, Choosable.HOSPITAL, "数の多い")).hasSize(OrganizationChoices.MOST);
    OrganizationChoices.Field many =
        House.as(member(own), () -> choices.field(form(), "hospital", Choosable.HOSPITAL));
    assertThat(many.all()).isNull();
    assertThat(many.found()).isNull();
  }

  @Test
  void an_organisation_s_habits_are_its_own() {
    OrganizationId asking = enter("習慣の病院", OrganizationKind.HOSPITAL, HERE, null);
    read(asking, form("hospital", near.toString()));
    String count = "select count(*) from directory.chosen where organization = ?";
    assertThat(count(asking, count, asking)).isOne();
    assertThat(count(own, count, asking)).isZero();
  }

  private static int count(OrganizationId asking, String sql, OrganizationId of) {
    return House.as(
        member(asking),
        () ->
            House.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql(sql)
                .param(of.value())
                .query(Integer.class)
                .single());
  }
}
