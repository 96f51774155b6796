package tasuki.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;

/** What everybody reads of the lists of programmes. */
class PublicListTest {
  private static final Keeping KEEPING = new Keeping();

  @Test
  void a_list_stands_in_public_from_its_publication_until_it_is_taken_back() {
    Edition edition = KEEPING.list(2026, true);
    ProgrammeYear year = KEEPING.add(edition, 1, KEEPING.nursing, false);
    KEEPING.plan(year, 12_000_000);
    String page = "/public/programmes/" + edition.id();
    Visitor anybody = Visitor.anybody();
    assertThat(anybody.get(page).statusCode()).isEqualTo(404);
    assertThat(anybody.get("/public/programmes").body()).doesNotContain(page);
    assertThat(Keeping.signedIn(KEEPING.compiler).get(page).statusCode()).isEqualTo(404);

    publish(edition, true);
    assertThat(anybody.get("/public/programmes").body()).contains(page, "1件 12,000千円");
    assertThat(anybody.get(page).body())
        .contains(year.entry().name(), "12,000")
        .doesNotContain("/programmes/years/");
    String csv = new String(anybody.file(page + "?as=csv").body(), StandardCharsets.UTF_8);
    assertThat(csv).contains(year.entry().name(), "12000");
    assertThat(anybody.file(page + "/paper").body())
        .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));

    publish(edition, false);
    assertThat(anybody.get(page).statusCode()).isEqualTo(404);
  }

  private static void publish(Edition edition, boolean published) {
    House.as(
        KEEPING.compiler,
        () -> {
          House.bean(Editions.class).publish(edition.id(), published);
          return null;
        });
  }
}
