package tasuki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasuki.PageForm.Kind;
import tasuki.kernel.server.Importer;
import tasuki.kernel.server.Importers;

/** Files that are not what they seem, through every field for files and through the command. */
class BadUploadTest {

  private static AccessScene scene;
  private static FailureLog log;

  @BeforeAll
  static void enter() {
    House.url();
    log = FailureLog.listen();
    scene = AccessScene.set();
  }

  @Test
  void every_file_is_taken_or_refused_at_its_field_in_the_users_words() {
    AnswerJudge judge = new AnswerJudge();
    for (String path :
        List.of(
            "/persons/{person}/timeline",
            "/persons/{person}/timeline/entries/{entry}/reply",
            "/persons/{person}/timeline/entries/{entry}/correction",
            "/stays/{stay}/documents/paper")) {
      send(judge, "inside", scene.address(path), NastyFiles.papers());
    }
    assertThat(judge.complaints).isEmpty();
    assertThat(judge.told).isGreaterThan(30);
    assertThat(
            scene.visitor("inside").get(scene.address("/persons/{person}/timeline")).statusCode())
        .isEqualTo(200);
    assertThat(log.failures()).isEmpty();
  }

  @Test
  void every_table_is_taken_or_refused_in_the_users_words() {
    AnswerJudge judge = new AnswerJudge();
    send(judge, "officer", "/rates/surveys", NastyFiles.tables());
    send(judge, "officer", "/rates/surveys", NastyFiles.papers());
    for (String list : List.of("/imports/holidays", "/imports/areas", "/imports/population")) {
      send(judge, "officer", list, NastyFiles.tables());
      send(judge, "officer", list, NastyFiles.papers());
    }
    assertThat(judge.complaints).isEmpty();
    assertThat(scene.visitor("officer").get("/rates/surveys").statusCode()).isEqualTo(200);
    assertThat(log.failures()).isEmpty();
  }

  /**
   * Sends each file in the field for files, in Japanese and in English, with the rest filled in.
   */
  private static void send(
      AnswerJudge judge, String person, String path, Map<String, byte[]> files) {
    Visitor visitor = scene.visitor(person);
    PageForm form =
        PageForm.of(visitor.get(path).body(), path).stream()
            .filter(one -> one.fields().values().stream().anyMatch(f -> f.kind() == Kind.FILE))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no field for files on " + path));
    String field =
        form.fields().values().stream()
            .filter(one -> one.kind() == Kind.FILE)
            .findFirst()
            .orElseThrow()
            .name();
    int turn = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      visitor.get("/language?to=" + (turn++ % 2 == 0 ? "ja" : "en") + "&back=/health");
      Map<String, String> sent = BadInputTest.filled(form);
      sent.remove(field);
      HttpResponse<String> answer =
          visitor.upload(
              form.action(), sent, new Visitor.Upload(field, file.getKey(), file.getValue()));
      String what =
          person
              + " sends "
              + file.getKey().codePoints().limit(30).count()
              + " "
              + file.getKey()
              + " to "
              + PageForm.pattern(form.action());
      judge.form(what, form, sent, "", answer);
    }
    visitor.get("/language?to=ja&back=/health");
  }

  @Test
  void parts_that_no_browser_sends_break_nothing() {
    AnswerJudge judge = new AnswerJudge();
    String path = scene.address("/persons/{person}/timeline");
    Visitor visitor = scene.visitor("inside");
    visitor.get(path);
    bodies(visitor.token())
        .forEach(
            (what, body) -> {
              String kind =
                  what.equals("no boundary")
                      ? "multipart/form-data"
                      : "multipart/form-data; boundary=xx";
              judge.anything(
                  what,
                  visitor.send(
                      "POST",
                      path,
                      Map.of("Content-Type", kind, "Accept", "text/html"),
                      body.getBytes(StandardCharsets.UTF_8)));
            });
    assertThat(judge.complaints).isEmpty();
    assertThat(log.failures()).isEmpty();
  }

  private static Map<String, String> bodies(String token) {
    String part = "--xx\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    String proof = part.formatted("_csrf", token);
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("no boundary", proof + "--xx--\r\n");
    bodies.put("nothing", "");
    bodies.put("no end", proof + part.formatted("text", "試験"));
    bodies.put("cut in a head", proof + "--xx\r\nContent-Dispo");
    bodies.put(
        "cut in a file",
        proof
            + "--xx\r\n"
            + "Content-Disposition: form-data; name=\"files\"; filename=\"a.jpg\"\r\n\r\n"
            + "abc");
    bodies.put("a thousand parts", proof + part.formatted("text", "x").repeat(1000) + "--xx--\r\n");
    bodies.put("no name", proof + "--xx\r\nContent-Disposition: form-data\r\n\r\nx\r\n--xx--\r\n");
    bodies.put("a long head", proof + part.formatted("x".repeat(20_000), "x") + "--xx--\r\n");
    bodies.put(
        "a field as a file",
        proof
            + "--xx\r\n"
            + "Content-Disposition: form-data; name=\"text\"; filename=\"a.jpg\"\r\n\r\n"
            + "abc\r\n"
            + "--xx--\r\n");
    bodies.put("a file as a field", proof + part.formatted("files", "abc") + "--xx--\r\n");
    bodies.put("much text", proof + part.formatted("text", "x".repeat(3_000_000)) + "--xx--\r\n");
    return bodies;
  }

  @Test
  void a_body_too_large_for_anything_is_answered_with_a_page() {
    Visitor visitor = scene.visitor("inside");
    String path = scene.address("/persons/{person}/timeline");
    visitor.get(path);
    HttpResponse<String> answer =
        visitor.upload(
            path, Map.of("text", "試験"), new Visitor.Upload("files", "a.pdf", new byte[65 << 20]));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("class=\"brand\"");
    HttpResponse<String> long_ = visitor.post(path, Map.of("text", "x".repeat(3_000_000)));
    assertThat(long_.statusCode()).isEqualTo(413);
    assertThat(long_.body()).contains("class=\"brand\"");
    assertThat(log.failures()).isEmpty();
  }

  @Test
  void the_command_refuses_every_table_with_a_reason(@TempDir Path folder) throws IOException {
    List<Importer> importers = new ArrayList<>(House.bean(Importers.class).importers());
    importers.add(House.bean("surveyImporter", Importer.class));
    for (Importer importer : importers) {
      for (Map.Entry<String, byte[]> table : NastyFiles.tables().entrySet()) {
        Path file = folder.resolve(table.getKey());
        Files.write(file, table.getValue());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = importer.run(List.of(file), new PrintStream(said, true, StandardCharsets.UTF_8));
        String what = importer.kind() + " " + table.getKey();
        assertThat(code).as(what).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
            .as(what)
            .contains("Nothing of this file was taken", "rejected")
            .doesNotContain("Exception", "null", "??");
        assertThat(Files.readString(folder.resolve(table.getKey() + ".rejected.csv")))
            .as(what)
            .doesNotContain("Exception", "{0}", "??");
      }
    }
    assertThat(log.failures()).isEmpty();
  }
}
