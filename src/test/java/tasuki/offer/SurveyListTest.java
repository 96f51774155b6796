package tasuki.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.calendar.JapanTime;
import tasuki.directory.NewOrganization;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.intake.Lists;
import tasuki.kernel.Actor;
import tasuki.offer.Practice.Staff;
import tasuki.table.Column;

/** What becomes of what organisations answered in an officer's survey. */
class SurveyListTest {

  private static final String HEAD = "名称,医療機関コード,住所,回答日,調査名,胃ろう,在宅酸素,往診,訪問診療";
  private static final String HERE = "見本県みほん市中央区";
  private static final LocalDate TODAY = JapanTime.today(Clock.systemUTC());
  private static final String SAID = TODAY.minusDays(30).toString();

  private static int surveys;

  private final Staff doctor = Practice.staff(OrganizationKind.CLINIC);
  private final String survey = "架空の調査" + ++surveys;

  private static String name(OrganizationId id) {
    return House.bean(Organizations.class).get(id).name();
  }

  /** A row by name and address. */
  private String row(String marks) {
    return row(doctor.organization(), SAID, marks);
  }

  private String row(OrganizationId id, String day, String marks) {
    return String.join(",", name(id), "", HERE, day, survey, marks);
  }

  private static Lists.Read read(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = HEAD;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return Lists.check("offers", lines);
  }

  private static Lists.Read bring(String... rows) {
    Lists.Read read = read(rows);
    assertThat(read.reasons()).isEmpty();
    Lists.apply(read);
    return read;
  }

  private static String refused(String row) {
    Lists.Read read = read(row);
    assertThat(read.rejected()).isEqualTo(1);
    return read.reasons().getFirst();
  }

  private Optional<NewOffer> now() {
    return doctor.does(
        () -> House.bean(Offers.class).of(doctor.organization()).map(Offer::content));
  }

  private List<OfferVersion> history() {
    return doctor.does(() -> House.bean(Offers.class).history(doctor.organization(), 10));
  }

  private void lastSaid(LocalDate day) {
    TestDatabase.asOwner()
        .sql("update offer.entry set said_at = ? where organization = ? and replaced_at is null")
        .params(day.atTime(12, 0).atOffset(ZoneOffset.ofHours(9)), doctor.organization().value())
        .update();
  }

  @Test
  void an_answer_becomes_the_entry_of_who_has_said_nothing_yet_and_tells_the_survey() {
    bring(row("○,,◯,×"));
    assertThat(now().orElseThrow().capabilities())
        .containsExactlyInAnyOrder("gastrostomy", "house-call");
    OfferVersion version = history().getFirst();
    assertThat(version.survey()).isEqualTo(new Survey(survey, LocalDate.parse(SAID)));
    assertThat(version.by()).as("a command has no account").isNull();
    assertThat(version.saidFor()).isNull();
    assertThat(doctor.told()).containsExactly("offer.notice.surveyed");
  }

  @Test
  void only_what_was_asked_changes_and_all_else_of_the_entry_stays() {
    doctor.says(Practice.inner(Practice.offer("oxygen", "cancer"), "午前の電話で"), 0);
    lastSaid(TODAY.minusDays(60));
    bring(row("有,無,,"));
    NewOffer now = now().orElseThrow();
    assertThat(now.capabilities()).containsExactlyInAnyOrder("gastrostomy", "cancer");
    assertThat(now.note()).isEqualTo("午前の電話で");
    assertThat(now.night()).isEqualTo(Reach.ON_CALL);
    assertThat(now.acceptsNew()).isTrue();
    assertThat(history()).extracting(one -> one.offer().number()).containsExactly(2, 1);
  }

  @Test
  void what_is_not_marked_cannot_be_done_unless_no_is_written_elsewhere_in_the_row() {
    doctor.says(Practice.offer("oxygen"), 0);
    lastSaid(TODAY.minusDays(60));
    bring(row("○,,×,"));
    assertThat(now().orElseThrow().capabilities()).contains("gastrostomy", "oxygen");
    bring(row(doctor.organization(), TODAY.minusDays(20).toString(), "○,,,"));
    assertThat(now().orElseThrow().capabilities()).containsExactly("gastrostomy");
  }

  @Test
  void what_the_organisation_said_after_its_answer_is_never_overwritten() {
    doctor.says(Practice.offer("oxygen"), 0);
    assertThat(refused(row("○,×,,"))).isEqualTo("offer.refused.said-later");
    assertThat(refused(row(doctor.organization(), "", "○,×,,")))
        .isEqualTo("offer.refused.undated-answer");
    assertThat(refused(row(doctor.organization(), TODAY.toString(), "○,×,,")))
        .as("said on the day of the answer")
        .isEqualTo("offer.refused.said-later");
    lastSaid(TODAY.minusDays(60));
    Lists.Read read = read(row("○,×,,"));
    doctor.says(Practice.offer("cancer"), 1);
    Lists.apply(read);
    assertThat(now().orElseThrow().capabilities()).as("said between").containsExactly("cancer");
    assertThat(history()).hasSize(2);
  }

  @Test
  void undoing_gives_back_what_stood_there_as_whoever_said_it_said_it() {
    doctor.says(Practice.offer("oxygen"), 0);
    lastSaid(TODAY.minusDays(60));
    Lists.Read read = bring(row("○,×,,"));
    assertThat(now().orElseThrow().capabilities()).containsExactly("gastrostomy");
    Lists.undo(read);
    assertThat(now().orElseThrow().capabilities()).containsExactly("oxygen");
    assertThat(history()).as("nothing is forgotten").hasSize(2);
    doctor.says(Practice.offer("cancer"), 1);
    assertThat(history()).extracting(one -> one.offer().number()).containsExactly(3, 2, 1);
  }

  @Test
  void undoing_the_first_word_leaves_nothing_said_and_a_later_own_word_untouched() {
    Lists.Read read = bring(row("○,,,"));
    Lists.undo(read);
    assertThat(now()).isEmpty();
    assertThat(history()).hasSize(1);
    Lists.Read again = bring(row("○,,,"));
    doctor.says(Practice.offer("cancer"), 2);
    Lists.undo(again);
    assertThat(now().orElseThrow().capabilities()).containsExactly("cancer");
  }

  @Test
  void an_import_undone_out_of_turn_does_not_come_back_with_the_next() {
    Lists.Read first = bring(row("○,,,"));
    String other = row("○,○,,").replace(survey, survey + "の二回目");
    Lists.Read second = bring(other);
    Lists.undo(first);
    assertThat(now().orElseThrow().capabilities()).contains("oxygen");
    Lists.undo(second);
    assertThat(now()).isEmpty();
  }

  @Test
  void whom_a_later_survey_lacks_keeps_the_entry() {
    Staff nurse = Practice.staff(OrganizationKind.VISITING_NURSE_STATION);
    bring(row("○,,,"), row(nurse.organization(), SAID, "○,,,"));
    Lists.Read later = read(row(nurse.organization(), SAID, "○,○,,"));
    assertThat(later.closed()).isEqualTo(1);
    Lists.apply(later);
    assertThat(now().orElseThrow().capabilities()).containsExactly("gastrostomy");
  }

  @Test
  void the_same_survey_again_says_nothing_new() {
    bring(row("○,,,"));
    bring(row("○,,,"));
    assertThat(history()).hasSize(1);
  }

  private static Organization coded(OrganizationKind kind, String code) {
    OrganizationId id =
        House.as(
            Actor.NOBODY,
            () ->
                House.bean(Organizations.class)
                    .add(
                        new NewOrganization(
                            kind,
                            "架空の調査先" + code,
                            "カクウ",
                            code,
                            "",
                            null,
                            null,
                            HERE,
                            "99101",
                            false,
                            false,
                            LocalDate.of(2020, 4, 1))));
    return House.bean(Organizations.class).get(id);
  }

  private String coded(String name, String code, String marks) {
    return String.join(",", name, code, "", SAID, survey, marks);
  }

  @Test
  void an_organisation_is_told_by_its_code_of_ten_or_seven_digits_and_its_name() {
    Organization clinic = coded(OrganizationKind.CLINIC, "9917654301");
    bring(coded("医療法人架空会 " + clinic.name(), "99-1765430-1", "○,,,"));
    bring(coded(clinic.name(), "7654301", "○,○,,"));
    assertThat(refused(coded("まったく別の医院", "9917654301", "○,,,"))).isEqualTo("offer.list.other-name");
    assertThat(refused(coded(clinic.name(), "9917654999", "○,,,"))).isEqualTo("offer.list.no-code");
  }

  @Test
  void a_row_that_cannot_be_believed_is_not_taken() {
    Organization twin = coded(OrganizationKind.CLINIC, "9917654302");
    House.as(
        Actor.NOBODY,
        () ->
            House.bean(Organizations.class)
                .add(
                    new NewOrganization(
                        OrganizationKind.CLINIC,
                        twin.name(),
                        "カクウ",
                        null,
                        "",
                        null,
                        null,
                        HERE,
                        "99101",
                        false,
                        false,
                        LocalDate.of(2020, 4, 1))));
    assertThat(refused(coded(twin.name(), "", "○,,,"))).isEqualTo("offer.list.no-place");
    assertThat(refused(row(twin.id(), SAID, "○,,,"))).isEqualTo("offer.list.several");
    assertThat(refused(row("○,,,").replace(name(doctor.organization()), "どこにもない医院")))
        .isEqualTo("offer.list.nobody");
    assertThat(refused(row("○,,,").replace(name(doctor.organization()), "")))
        .isEqualTo("table.fault.cell-empty");
    assertThat(refused(row("△,,,"))).isEqualTo("offer.list.no-mark");
    assertThat(refused(row(doctor.organization(), TODAY.plusDays(1).toString(), "○,,,")))
        .isEqualTo("offer.list.future");
    assertThat(refused(row(doctor.organization(), "きのう", "○,,,"))).isEqualTo("table.fault.said");
    assertThat(refused(row("○,,,").replace(survey, "長".repeat(61))))
        .isEqualTo("table.fault.cell-long");
    Staff pharmacy = Practice.staff(OrganizationKind.PHARMACY);
    assertThat(refused(row(pharmacy.organization(), SAID, "○,,,")))
        .isEqualTo("offer.list.not-for-kind");
    assertThat(read(row(pharmacy.organization(), SAID, "×,,,")).reasons())
        .as("that a pharmacy cannot is no news")
        .isEmpty();
    assertThat(read(row("○,,,"), row("○,,,")).reasons()).containsExactly("intake.fault.twice");
  }

  @Test
  void a_table_in_which_nothing_is_asked_is_not_read() {
    assertThatThrownBy(() -> Lists.check("offers", "名称,住所", "架空,見本県"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("offer.list.nothing-asked");
  }

  @Test
  void everything_of_the_catalogue_can_be_chosen_under_its_heading_and_no_name_means_two() {
    List<Column> asked =
        House.bean(SurveyList.class).columns().stream()
            .filter(column -> column.group() != null)
            .toList();
    assertThat(asked.stream().map(Column::key))
        .containsExactlyInAnyOrderElementsOf(
            House.bean(Capabilities.class).all().stream().map(Capability::code).toList());
    List<@Nullable String> names =
        asked.stream()
            .<@Nullable String>flatMap(column -> Set.copyOf(column.names()).stream())
            .toList();
    assertThat(names).doesNotHaveDuplicates();
  }
}
