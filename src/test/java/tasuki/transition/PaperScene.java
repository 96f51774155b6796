package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.form.FormDefinitions;
import tasuki.form.FormValues;
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.notice.NoticeBox;
import tasuki.person.CareLevel;
import tasuki.person.PersonId;
import tasuki.transition.document.DocumentId;
import tasuki.transition.document.Drafts;
import tasuki.transition.paper.Naming;
import tasuki.transition.paper.Prints;

/** A form that was sent, and people who print it, confirm it and call it back. */
final class PaperScene {

  static final Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);

  static final Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);

  static final Scene.Staff stranger = Scene.staff(OrganizationKind.HOSPITAL, null);

  static final Scene.Staff administrator =
      Scene.colleague(manager.organization(), Duty.ADMINISTRATOR);

  private static final Map<String, Visitor> VISITORS = new HashMap<>();

  static {
    List.of(manager, nurse, administrator).forEach(Scene::givePassword);
  }

  private PaperScene() {}

  static Visitor visit(Scene.Staff staff) {
    return VISITORS.computeIfAbsent(
        staff.login(), login -> Visitor.signedIn(login, Scene.PASSWORD));
  }

  record Sent(StayId stay, PersonId person, DocumentId document) {}

  static Sent sent(String definition) {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), Scene.today());
    Drafts drafts = House.bean(Drafts.class);
    DocumentId id = manager.does(() -> drafts.open(stay, definition, UUID.randomUUID()));
    FormValues answers =
        FormValues.EMPTY
            .with("name", "髙﨑 花子")
            .with("kana", "タカサキ ハナコ")
            .with("address", "見本県見本市一丁目1-1")
            .with("carers-ability", "3")
            .with("indoor", "2")
            .with("interests", "庭の手入れと、孫との電話。\n毎朝の体操。");
    manager.does(() -> drafts.fill(id, answers));
    if (definition.equals(FormDefinitions.ADMISSION_INFORMATION)) {
      assertThat(manager.does(() -> drafts.send(id, Mode.SYSTEM, UUID.randomUUID())).errors())
          .isEmpty();
    }
    return new Sent(stay, person, id);
  }

  private static Viewer viewer(Scene.Staff staff) {
    return staff.does(
        () ->
            House.bean(Accounts.class).viewer(staff.account(), staff.organization()).orElseThrow());
  }

  static UUID print(Scene.Staff by, DocumentId id, Prints.Kind kind, Naming naming, UUID key) {
    return by.does(
        () ->
            House.bean(Prints.class)
                .print(
                    id,
                    new Prints.Order(
                        kind,
                        naming,
                        kind == Prints.Kind.FAX ? "架空病院 地域連携室" : null,
                        kind == Prints.Kind.FAX ? "000-123-4567" : null,
                        null,
                        "http://tasuki.example.jp"),
                    viewer(by),
                    key));
  }

  static Prints.Print get(Scene.Staff by, UUID print) {
    return by.does(() -> House.bean(Prints.class).get(print));
  }

  static List<String> told(Scene.Staff staff) {
    return staff.does(
        () ->
            House.bean(NoticeBox.class).page(true, null, 100).stream()
                .map(notice -> notice.kind().code())
                .toList());
  }
}
