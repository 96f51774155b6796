package tasuki.transition;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** On the page of a stay: what should come home with the person, and whether it did. */
@Component
class PapersPart implements CasePart {

  /** A button beside a paper. */
  record Say(String said, String label) {}

  /** A paper as the page shows it. */
  record Line(
      String kind, String label, String tone, String icon, String state, List<Say> buttons) {}

  /** What the fragment shows. */
  record Shown(String action, UUID key, boolean hospital, List<Line> lines) {}

  private final LeavingPapers papers;
  private final StaySides sides;
  private final StayWords say;
  private final Ids ids;

  PapersPart(LeavingPapers papers, StaySides sides, StayWords say, Ids ids) {
    this.papers = papers;
    this.sides = sides;
    this.say = say;
    this.ids = ids;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Optional<String> template(Stay stay, Viewer viewer, Model model) {
    boolean soon = stay.plannedOn() != null || stay.state().livesOutside();
    if (!soon || stay.state() == StayState.DIED) {
      return Optional.empty();
    }
    boolean hospital = sides.of(stay) == Side.HOSPITAL;
    boolean may = sides.mayWrite(stay);
    model.addAttribute(
        "leavingPapers",
        new Shown(
            "/stays/" + stay.id() + "/papers",
            ids.next(),
            hospital,
            papers.of(stay).stream().map(paper -> line(paper, hospital, may)).toList()));
    return Optional.of("transition/papers");
  }

  private Line line(LeavingPapers.Paper paper, boolean hospital, boolean may) {
    String label = say.of("paper-kind." + paper.kind());
    List<Say> buttons = may ? buttons(paper, hospital) : List.of();
    if (paper.arrivedAt() != null) {
      String state = say.of("paper.arrived", say.moment(paper.arrivedAt(), false));
      return new Line(paper.kind().name(), label, "success", "done", state, buttons);
    }
    if (paper.given() == LeavingPapers.Said.NOT_NEEDED) {
      return new Line(
          paper.kind().name(), label, "plain", "close", say.of("paper.not-needed"), buttons);
    }
    if (paper.givenAt() != null) {
      String state = say.of("paper.given", say.moment(paper.givenAt(), false));
      return new Line(paper.kind().name(), label, "calm", "send", state, buttons);
    }
    return new Line(
        paper.kind().name(), label, "warning", "warning", say.of("paper.missing"), buttons);
  }

  private List<Say> buttons(LeavingPapers.Paper paper, boolean hospital) {
    if (hospital) {
      return paper.given() == null
          ? List.of(button("GIVEN"), button("NOT_NEEDED"))
          : List.of(button("TAKEN_BACK"));
    }
    return List.of(button(paper.arrivedAt() == null ? "ARRIVED" : "TAKEN_BACK"));
  }

  private Say button(String said) {
    return new Say(said, say.of("paper.say." + said));
  }

  /** Takes the words of the fragment's buttons. */
  @Controller
  @OpenTo(Duty.CARE)
  static class Taking {

    private final Stays stays;
    private final LeavingPapers papers;
    private final Ids ids;
    private final Notices notices;

    Taking(Stays stays, LeavingPapers papers, Ids ids, Notices notices) {
      this.stays = stays;
      this.papers = papers;
      this.ids = ids;
      this.notices = notices;
    }

    @PostMapping("/stays/{stay}/papers")
    String say(@PathVariable("stay") UUID id, Form form, RedirectAttributes next) {
      Stay stay = stays.get(new StayId(id));
      PaperKind kind = known(PaperKind.values(), form.value("kind"));
      LeavingPapers.Said said = known(LeavingPapers.Said.values(), form.value("said"));
      try {
        papers.say(stay, kind, said, form.idempotencyKey().orElseGet(ids::next));
        notices.done(next, "transition.paper.said." + said);
      } catch (RefusedException refused) {
        notices.refused(next, refused.refused());
      }
      return "redirect:/stays/" + id + "#papers";
    }

    private static <E extends Enum<E>> E known(E[] all, @Nullable String name) {
      for (E one : all) {
        if (one.name().equals(name)) {
          return one;
        }
      }
      throw new AbsentException("page");
    }
  }
}
