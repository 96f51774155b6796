package tasuki.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestBrowser;
import tasuki.Visitor;
import tasuki.Visitor.Upload;
import tasuki.file.FileId;
import tasuki.file.FileType;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.person.PersonId;
import tasuki.person.TeamRole;
import tasuki.record.Bedside.Somebody;

/** The timeline as people use it: at a browser with and without JavaScript. */
class TimelinePageTest {

  private static final Pattern KEPT =
      Pattern.compile("name=\"kept\"[^>]*value=\"([0-9a-f-]{36})\"");
  private static final Pattern FILE = Pattern.compile("href=\"(/persons/[^\"]+/files/[^\"]+)\"");

  private static final Somebody NURSE = withPassword(Bedside.nurse());
  private static final Visitor VISITOR = Visitor.signedIn(NURSE.login(), Bedside.PASSWORD);
  private final PersonId person = Bedside.personOf(NURSE);
  private final String page = "/persons/" + person + "/timeline";

  private static Somebody withPassword(Somebody somebody) {
    Bedside.givePassword(somebody);
    return somebody;
  }

  @Test
  void a_note_is_written_and_stands_under_its_day() {
    assertThat(VISITOR.get(page).body()).contains("記録はまだありません", "チームに伝える");
    HttpResponse<String> after =
        VISITOR.upload(page, note("<b>夜間</b>に発熱 38.2 度"), file("かかと.jpg", Bedside.JPEG));
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.body())
        .contains("チームに伝えました", "&lt;b&gt;夜間&lt;/b&gt;に発熱 38.2 度", "きょう 令和", "かかと.jpg")
        .contains("data-notice=\"success\"");
  }

  @Test
  void a_person_of_others_does_not_exist() {
    Somebody stranger = Bedside.doctor();
    PersonId theirs = Bedside.personOf(stranger);
    FileId hidden = stranger.stores(Bedside.JPEG, "秘密.jpg");
    EntryId entry =
        stranger.writes(theirs, NewEntry.of(EntryKind.NOTE, "秘密").with(List.of(hidden)));
    VISITOR.get(page);
    String other = "/persons/" + theirs + "/timeline";
    String at = "/entries/" + entry;
    for (String path :
        List.of(
            other,
            other + "/text",
            page + at + "/reply",
            other + at + "/correction",
            other + at + "/files/" + hidden,
            page + at + "/files/" + hidden)) {
      HttpResponse<String> answer = VISITOR.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).doesNotContain("秘密");
    }
    VISITOR.get(page);
    assertThat(VISITOR.upload(other, note("割り込み")).statusCode()).isEqualTo(404);
    assertThat(VISITOR.post(other + at + "/confirm", Map.of()).statusCode()).isEqualTo(404);
    assertThat(VISITOR.post(other + at + "/pin", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void a_file_that_is_not_what_it_says_is_refused_at_the_field_and_nothing_is_lost() {
    VISITOR.get(page);
    HttpResponse<String> again =
        VISITOR.upload(
            page,
            note("大事な本文"),
            file("よい写真.jpg", Bedside.JPEG),
            file("悪い.jpg", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains("大事な本文", "「悪い.jpg」は受け付けられない種類です", "id=\"f-files-error\"", "よい写真.jpg");
    assertThat(NURSE.reads(person)).isEmpty();
    Matcher kept = KEPT.matcher(again.body());
    assertThat(kept.find()).isTrue();
    Map<String, String> fields = note("大事な本文");
    fields.put("kept", kept.group(1));
    assertThat(VISITOR.upload(page, fields).statusCode()).isEqualTo(200);
    assertThat(NURSE.reads(person))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.files()).extracting("name").containsExactly("よい写真.jpg"));
  }

  @Test
  void a_file_of_21_megabytes_and_an_empty_one_are_refused_at_the_field() {
    VISITOR.get(page);
    HttpResponse<String> large =
        VISITOR.upload(page, note("本文一"), file("大.jpg", Bedside.jpegOf(21 * 1024 * 1024)));
    assertThat(large.statusCode()).isEqualTo(422);
    assertThat(large.body()).contains("本文一", "「大.jpg」は大きすぎます。20 MBまで");
    HttpResponse<String> empty = VISITOR.upload(page, note("本文二"), file("空.jpg", new byte[0]));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("本文二", "「空.jpg」は空のファイルです");
    assertThat(NURSE.reads(person)).isEmpty();
  }

  @Test
  void a_strange_name_is_harmless_on_the_page_and_in_the_answer() {
    VISITOR.get(page);
    HttpResponse<String> after =
        VISITOR.upload(page, note("写真"), file("../../x/😀 'かかと' <i>;.jpg", Bedside.JPEG));
    assertThat(after.body()).contains("😀 &#39;かかと&#39; &lt;i&gt;;.jpg").doesNotContain("<i>;");
    Matcher link = FILE.matcher(after.body());
    assertThat(link.find()).isTrue();
    HttpResponse<String> file = VISITOR.get(link.group(1));
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("content-type")).contains("image/jpeg");
    assertThat(file.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(file.headers().allValues("content-security-policy"))
        .containsExactly("default-src 'none'; sandbox");
    assertThat(file.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("inline;")
        .contains("filename*=UTF-8''%F0%9F%98%80%20%27")
        .doesNotContain("..", "\n");
  }

  @Test
  void a_pdf_is_only_handed_out_to_keep() {
    VISITOR.get(page);
    byte[] paper = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    HttpResponse<String> after = VISITOR.upload(page, note("指示書"), file("指示書.pdf", paper));
    Matcher link = FILE.matcher(after.body());
    assertThat(link.find()).isTrue();
    HttpResponse<String> file = VISITOR.get(link.group(1));
    assertThat(file.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment;");
    assertThat(file.body()).startsWith("%PDF-1.7");
  }

  @Test
  void a_call_is_noted_by_two_choices_and_without_a_word() {
    VISITOR.get(page);
    HttpResponse<String> half = VISITOR.post(page + "/telephone", Map.of("outcome", "ABSENT"));
    assertThat(half.statusCode()).isEqualTo(422);
    assertThat(half.body()).contains("電話の相手を選んでから、結果を押してください", "id=\"f-called\"");
    HttpResponse<String> after =
        VISITOR.post(
            page + "/telephone",
            Map.of("called", "FAMILY", "outcome", "ABSENT", "key", UUID.randomUUID().toString()));
    assertThat(after.body()).contains("電話の記録を残しました", "ご家族に電話:留守");
  }

  @Test
  void nothing_typed_wrongly_is_lost_and_everything_wrong_is_said() {
    VISITOR.get(page);
    Map<String, String> fields = note("");
    fields.put("day", "R8.13.45");
    fields.put("time", "25:99");
    HttpResponse<String> again = VISITOR.upload(page, fields);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains("本文を書くか、写真や書類を選んでください", "R8.13.45", "25:99")
        .contains("時刻を「9:30」のように入力してください", "この日付はありません");
    fields.put("text", "昔のこと");
    fields.put("day", "R8.4.1");
    fields.put("time", "9時30分");
    assertThat(VISITOR.upload(page, fields).body()).contains("令和8年4月1日(水)", "9:30", "昔のこと");
  }

  @Test
  void the_days_are_taken_along_as_plain_text() {
    NURSE.writes(person, "血圧 120/70");
    HttpResponse<String> text = VISITOR.get(page + "/text");
    assertThat(text.body()).contains("■令和", "血圧 120/70", "(看護師・枕元の事業所", "readonly");
    HttpResponse<String> wrong = VISITOR.get(page + "/text?from=abc&until=R8.1.1");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("日付として読み取れません", "abc");
  }

  @Test
  void a_page_of_fifty_entries_is_light_and_leads_to_the_older_ones() {
    Somebody doctor = Bedside.doctor();
    Bedside.letIn(NURSE, person, doctor, TeamRole.ATTENDING_DOCTOR);
    for (int number = 1; number <= 51; number++) {
      doctor.writes(person, "血圧は落ち着いています。食事は半分ほど、夜間もよく眠れているとのことでした。" + number);
    }
    HttpResponse<String> first = VISITOR.get(page);
    assertThat(first.body().split("<article", -1)).hasSize(51);
    assertThat(first.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
    Matcher older = Pattern.compile("href=\"([^\"]+before=[^\"]+)\"").matcher(first.body());
    assertThat(older.find()).isTrue();
    assertThat(VISITOR.get(older.group(1)).body()).contains("でした。1</p>", "最新の記録へ");
  }

  @Test
  void on_a_phone_and_on_a_desk_nothing_hinders_anybody() {
    Somebody doctor = Bedside.doctor();
    Bedside.letIn(NURSE, person, doctor, TeamRole.ATTENDING_DOCTOR);
    FileId picture = doctor.stores(Bedside.JPEG, "かかと.jpg");
    EntryId asked =
        doctor.writes(
            person, NewEntry.of(EntryKind.QUESTION, "痛み止めは足りていますか").with(List.of(picture)));
    EntryId own = NURSE.writes(person, NewEntry.of(EntryKind.VISIT, "訪問しました").forFamilyToo());
    NURSE.does(
        () ->
            Bedside.timeline()
                .correct(own, NewEntry.of(EntryKind.VISIT, "10時に訪問しました"), UUID.randomUUID()));
    NURSE.run(() -> Bedside.timeline().pin(asked));
    Somebody viewer = Bedside.somebody(NURSE.organization(), Profession.NURSE, Duty.CARE);
    Bedside.givePassword(viewer);
    Browser.NewContextOptions japanese =
        new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(390, 844);
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = TestBrowser.get().newContext(japanese)) {
      Page phone = context.newPage();
      TestBrowser.signIn(phone, viewer.login(), Bedside.PASSWORD);
      phone.onPageError(complaints::add);
      phone.onConsoleMessage(
          message -> {
            if (Set.of("error", "warning").contains(message.type())) {
              complaints.add(message.text());
            }
          });
      for (String path : List.of("", "/text", "/entries/" + asked + "/reply")) {
        for (int width : new int[] {390, 1280}) {
          phone.setViewportSize(width, 844);
          phone.navigate(House.url() + page + path);
          assertThat(new AxeBuilder(phone).analyze().getViolations())
              .as(path + " at " + width)
              .filteredOn(found -> Set.of("serious", "critical").contains(found.getImpact()))
              .extracting("id")
              .isEmpty();
          assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
      }
      phone.setViewportSize(390, 844);
      confirmsWithoutLeaving(phone, asked, viewer);
      phone.fill("#f-text", "夜間に発熱がありました");
      phone.getByText("下書きを保存しました").first().waitFor();
      phone.check("input[name=kind][value=HANDOVER]");
      phone.setInputFiles("#f-files", new FilePayload("かかと.png", "image/png", picture()));
      phone.getByText("かかと.jpg").first().waitFor();
      phone.locator("form.composer:not(.call) button.large").click();
      phone.locator("[data-notice=success]").waitFor();
      assertThat(phone.locator("#f-text").inputValue()).isEmpty();
      assertThat(NURSE.reads(person).getFirst())
          .satisfies(entry -> assertThat(entry.kind()).isEqualTo(EntryKind.HANDOVER))
          .satisfies(
              entry ->
                  assertThat(entry.files())
                      .singleElement()
                      .satisfies(file -> assertThat(file.type()).isEqualTo(FileType.JPEG)));
      phone.check("input[name=called][value=FAMILY]");
      phone.click("button[value=REACHED]");
      phone.getByText("ご家族に電話:つながった").first().waitFor();
    }
    assertThat(complaints).isEmpty();
  }

  /** A picture as a phone takes it, larger than the page sends it. */
  private static byte[] picture() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(2400, 1200, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private void confirmsWithoutLeaving(Page phone, EntryId asked, Somebody viewer) {
    phone.navigate(House.url() + page);
    phone.fill("#f-text", "書きかけ");
    phone.locator("#entry-" + asked + " .entry-actions button").first().click();
    phone.locator("#entry-" + asked + " .entry-readers").waitFor();
    assertThat(phone.locator("#entry-" + asked + " .entry-readers").textContent())
        .contains(viewer.name());
    assertThat(phone.locator("#f-text").inputValue()).isEqualTo("書きかけ");
  }

  private static Map<String, String> note(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("text", text);
    fields.put("kind", "NOTE");
    fields.put("key", UUID.randomUUID().toString());
    return fields;
  }

  private static Upload file(String name, byte[] bytes) {
    return new Upload("files", name, bytes);
  }
}
