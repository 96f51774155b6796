package tasuki.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestDatabase;

class SampleOffersTest {

  @BeforeAll
  static void build() {
    House.bean(SamplePrefecture.class);
  }

  private static long count(String sql) {
    return TestDatabase.asOwner().sql(sql).query(Long.class).single();
  }

  @Test
  void organisations_say_what_they_can_do_and_some_have_not_said_for_long_how_much_room_is_left() {
    String here = " where organization in (select id from sample.built) and replaced_at is null";
    assertThat(count("select count(*) from offer.entry" + here)).isEqualTo(25);
    assertThat(count("select count(*) from offer.room" + here)).isGreaterThan(25);
    String old = " and said_at < now() - interval '14 days'";
    assertThat(count("select count(*) from offer.room" + here + old)).isBetween(2L, 8L);
    assertThat(
            count(
                "select count(*) from offer.inside where said_for <> organization"
                    + " and organization in (select id from sample.built)"))
        .isEqualTo(2);
  }
}
