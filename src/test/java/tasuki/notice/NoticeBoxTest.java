package tasuki.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationId;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;

class NoticeBoxTest {

  private static final String KIND = "transition.notice.admitted";

  private static List<Notice> list(Bystanders.Staff staff) {
    return House.as(staff.actor(), () -> House.bean(NoticeBox.class).page(true, null, 100));
  }

  @Test
  void a_notice_reaches_its_recipient_and_nobody_else() {
    Bystanders.Staff one = Bystanders.staff();
    Bystanders.Staff colleague =
        Bystanders.staff(new OrganizationId(one.organization()), Duty.CARE);
    Bystanders.Staff stranger = Bystanders.staff();
    Bystanders.tell(stranger, KIND, one.alone(), "架空病院", "2611-ABC");
    assertThat(list(one)).hasSize(1);
    assertThat(list(colleague)).isEmpty();
    assertThat(list(stranger)).isEmpty();
    UUID id = list(one).getFirst().id();
    for (Bystanders.Staff other : List.of(colleague, stranger)) {
      assertThatThrownBy(() -> House.as(other.actor(), () -> House.bean(NoticeBox.class).open(id)))
          .isInstanceOf(AbsentException.class);
      House.as(
          other.actor(),
          () -> {
            House.bean(NoticeBox.class).read(id);
            return null;
          });
    }
    assertThat(Bystanders.unread(one)).isEqualTo(1);
  }

  @Test
  void the_shared_inbox_is_read_by_the_staff_and_never_by_families() {
    OrganizationId place = Bystanders.organization();
    Bystanders.Staff one = Bystanders.staff(place, Duty.CARE);
    Bystanders.Staff other = Bystanders.staff(place, Duty.CARE);
    Bystanders.Staff family = Bystanders.staff(place, Duty.FAMILY);
    Bystanders.tell(one, KIND, one.inbox(), "架空病院", "2611-ABC");
    assertThat(list(one)).singleElement().matches(Notice::shared);
    assertThat(list(other)).hasSize(1);
    assertThat(list(family)).isEmpty();
    UUID id = list(one).getFirst().id();
    House.as(one.actor(), () -> House.bean(NoticeBox.class).open(id));
    Notice read = list(other).getFirst();
    assertThat(read.unread()).isFalse();
    assertThat(read.readBy()).isEqualTo(one.account());
  }

  @Test
  void what_is_rolled_back_was_never_told() {
    Bystanders.Staff one = Bystanders.staff();
    assertThatThrownBy(
            () ->
                House.as(
                    one.actor(),
                    () -> {
                      House.bean(NoticeBox.class).tell(KIND, one.alone(), UUID.randomUUID(), null);
                      throw new IllegalStateException("rolled back");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(list(one)).isEmpty();
  }

  @Test
  void the_bell_counts_the_inbox_for_whoever_is_in_charge_today() {
    OrganizationId place = Bystanders.organization();
    Bystanders.Staff chief = Bystanders.staff(place, Duty.CARE);
    Bystanders.Staff standIn = Bystanders.staff(place, Duty.CARE);
    Bystanders.Staff third = Bystanders.staff(place, Duty.CARE);
    Bystanders.tell(chief, KIND, chief.inbox(), "架空病院", "2611-ABC");
    assertThat(List.of(count(chief), count(standIn), count(third))).containsExactly(1, 1, 1);
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    charge(chief, new Inboxes.Charge(chief.account(), null, null, null));
    assertThat(List.of(count(chief), count(standIn), count(third))).containsExactly(1, 0, 0);
    charge(chief, new Inboxes.Charge(chief.account(), standIn.account(), today, today));
    assertThat(List.of(count(chief), count(standIn), count(third))).containsExactly(0, 1, 0);
    charge(
        chief,
        new Inboxes.Charge(
            chief.account(), standIn.account(), today.plusDays(1), today.plusDays(2)));
    assertThat(List.of(count(chief), count(standIn), count(third))).containsExactly(1, 0, 0);
  }

  private static int count(Bystanders.Staff staff) {
    return Bystanders.unread(staff);
  }

  private static void charge(Bystanders.Staff by, Inboxes.Charge charge) {
    House.as(
        by.actor(),
        () -> {
          House.bean(Inboxes.class).charge(charge);
          return null;
        });
  }

  @Test
  void pages_show_every_notice_once_unread_first_then_the_newest() {
    Bystanders.Staff one = Bystanders.staff();
    for (int number = 0; number < 23; number++) {
      Bystanders.tell(one, KIND, number % 3 == 0 ? one.inbox() : one.alone(), "架空病院", "" + number);
    }
    List<Notice> all = list(one);
    for (int number = 0; number < 23; number += 2) {
      UUID id = all.get(number).id();
      House.as(one.actor(), () -> House.bean(NoticeBox.class).open(id));
    }
    List<Notice> paged = new ArrayList<>();
    NoticeBox.Key after = null;
    List<Notice> page;
    do {
      NoticeBox.@Nullable Key from = after;
      page = House.as(one.actor(), () -> House.bean(NoticeBox.class).page(true, from, 4));
      paged.addAll(page);
      if (!page.isEmpty()) {
        after = new NoticeBox.Key(!page.getLast().unread(), page.getLast().id());
      }
    } while (page.size() == 4);
    assertThat(paged.stream().map(Notice::id)).doesNotHaveDuplicates().hasSize(23);
    assertThat(paged.stream().takeWhile(Notice::unread)).hasSize(11);
    assertThat(paged.stream().dropWhile(Notice::unread)).noneMatch(Notice::unread).hasSize(12);
  }

  @Test
  void reading_all_leaves_what_came_meanwhile() {
    Bystanders.Staff one = Bystanders.staff();
    Bystanders.tell(one, KIND, one.alone(), "架空病院", "1");
    UUID seen = list(one).getFirst().id();
    Bystanders.tell(one, KIND, one.alone(), "架空病院", "2");
    int read = House.as(one.actor(), () -> House.bean(NoticeBox.class).readAll(true, seen));
    assertThat(read).isEqualTo(1);
    assertThat(Bystanders.unread(one)).isEqualTo(1);
  }

  @Test
  void a_death_silences_what_waits_for_the_family_and_only_that() {
    Bystanders.Staff family = Bystanders.staff(Bystanders.organization(), Duty.FAMILY);
    UUID person = UUID.randomUUID();
    for (UUID concerned : List.of(person, UUID.randomUUID())) {
      House.as(
          family.actor(),
          () -> {
            House.bean(NoticeBox.class).tell(KIND, family.alone(), person, concerned, "架空病院", "1");
            return null;
          });
    }
    Bystanders.Staff nurse = Bystanders.staff();
    House.as(
        nurse.actor(),
        () -> {
          House.bean(NoticeBox.class).silence(person, Set.of(family.account()));
          return null;
        });
    assertThat(Bystanders.unread(family)).isEqualTo(1);
  }

  @Test
  void every_kind_has_a_name_and_a_sentence_in_both_languages() {
    MessageSource messages = House.bean(MessageSource.class);
    Set<String> texts = new HashSet<>();
    for (NoticeKind kind : House.bean(NoticeBox.class).kinds()) {
      for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
        texts.add(messages.getMessage(kind.code(), null, locale));
        texts.add(messages.getMessage(kind.code() + ".text", null, locale));
      }
    }
    assertThat(texts).hasSizeGreaterThan(60).noneMatch(String::isBlank);
  }

  @Test
  void the_bell_and_the_list_work_in_the_browser_in_both_languages() {
    Bystanders.Staff one = Bystanders.staff();
    Bystanders.givePassword(one);
    Visitor visitor = Visitor.signedIn(one.login(), Bystanders.PASSWORD);
    assertThat(visitor.get("/notices").body()).contains("お知らせはまだありません");
    Bystanders.tell(one, KIND, one.inbox(), "架空病院", "2611-ABC");
    assertThat(visitor.get("/settings").body()).contains("未読1件");
    HttpResponse<String> page = visitor.get("/notices");
    assertThat(page.body()).contains("架空病院から、入院の連絡がありました。(2611-ABC)", "すべて既読にする");
    assertThat(visitor.get("/language?to=en&back=/notices").body())
        .contains("架空病院 reported an admission. (2611-ABC)", "1 unread", "Mark all as read");
    visitor.get("/language?to=ja&back=/notices");
    UUID id = list(one).getFirst().id();
    assertThat(visitor.get("/notices/" + id).statusCode())
        .as("the page behind it judges by itself")
        .isEqualTo(404);
    assertThat(visitor.get("/notices").body()).doesNotContain("未読1件", "すべて既読にする");
    assertThat(visitor.get("/notices/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(visitor.get("/notices?after=nonsense").statusCode()).isEqualTo(200);
  }

  @Test
  void settings_keep_what_one_chose_and_a_compulsory_kind_stays() {
    Bystanders.Staff one = Bystanders.staff();
    Bystanders.givePassword(one);
    Visitor visitor = Visitor.signedIn(one.login(), Bystanders.PASSWORD);
    assertThat(visitor.get("/settings/notices").body()).contains("入院の連絡", one.mail(), "止められません");
    HttpResponse<String> saved =
        visitor.post(
            "/settings/notices", Map.of(KIND, "NEVER", "transition.notice.asked", "NEVER"));
    assertThat(saved.body()).contains("保存しました");
    Map<String, How> chosen = House.as(one.actor(), () -> House.bean(Preferences.class).chosen());
    assertThat(chosen)
        .containsEntry(KIND, How.NOW)
        .containsEntry("transition.notice.asked", How.NEVER);
    Map<String, How> others =
        House.as(Bystanders.staff().actor(), () -> House.bean(Preferences.class).chosen());
    assertThat(others).containsEntry("transition.notice.asked", How.NOW);
  }

  @Test
  void a_stand_in_without_days_is_an_error_at_the_field_and_nothing_is_lost() {
    Bystanders.Staff one = Bystanders.staff();
    Bystanders.Staff two = Bystanders.staff(new OrganizationId(one.organization()), Duty.CARE);
    Bystanders.Staff stranger = Bystanders.staff();
    Bystanders.givePassword(one);
    Visitor visitor = Visitor.signedIn(one.login(), Bystanders.PASSWORD);
    visitor.get("/settings/inbox");
    HttpResponse<String> again =
        visitor.post(
            "/settings/inbox",
            Map.of(
                "inCharge",
                one.account().toString(),
                "standIn",
                two.account().toString(),
                "from",
                "R8.99.99",
                "until",
                "2026-12-01"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("R8.99.99", "2026-12-01", "代理の初日");
    HttpResponse<String> foreign =
        visitor.post("/settings/inbox", Map.of("inCharge", stranger.account().toString()));
    assertThat(foreign.statusCode()).isEqualTo(422);
    HttpResponse<String> done =
        visitor.post(
            "/settings/inbox",
            Map.of(
                "inCharge",
                one.account().toString(),
                "standIn",
                two.account().toString(),
                "from",
                "2020-01-01",
                "until",
                "2199-12-01"));
    assertThat(done.body()).contains("担当を決めました", "架空 " + two.login() + "(代理");
  }

  @Test
  void nobody_signed_in_sees_no_notice() {
    assertThat(Visitor.anybody().get("/notices").uri().getPath()).isEqualTo("/sign-in");
    assertThat(House.as(Actor.NOBODY, () -> House.bean(NoticeBox.class).page(true, null, 10)))
        .isEmpty();
  }
}
