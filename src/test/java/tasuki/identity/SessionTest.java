package tasuki.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import tasuki.House;

class SessionTest {

  @Test
  @SuppressWarnings("unchecked")
  void two_tabs_that_leave_a_notice_at_the_same_time_both_get_their_answer() {
    addTheSameAttributeTwice(House.bean(SessionRepository.class));
  }

  private static <S extends Session> void addTheSameAttributeTwice(SessionRepository<S> sessions) {
    S begun = sessions.createSession();
    sessions.save(begun);
    S one = found(sessions, begun);
    S other = found(sessions, begun);
    one.setAttribute("notice", "saved in the first tab");
    other.setAttribute("notice", "saved in the second tab");
    sessions.save(one);
    sessions.save(other);

    assertThat(found(sessions, begun).<String>getAttribute("notice"))
        .isEqualTo("saved in the second tab");
    sessions.deleteById(begun.getId());
  }

  private static <S extends Session> S found(SessionRepository<S> sessions, S begun) {
    return Objects.requireNonNull(sessions.findById(begun.getId()));
  }
}
