package tasuki.person;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapaneseDates;
import tasuki.file.FileAnswer;
import tasuki.file.FileId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.Ruling;
import tasuki.web.Form;
import tasuki.web.Notices;

/** 人生会議: what somebody wants now and how it came to that; the person and family read it too. */
@Controller
@OpenTo(Duty.CARE)
@RequestMapping("/persons/{id}/wishes")
class WishesController {

  private static final int SHORT = 60;
  private static final int LINE = 200;
  private static final int TEXT = 2000;

  /** A paper as shown. */
  record Paper(String href, String name, String size) {}

  /** A conversation as shown. */
  record Talk(
      UUID id,
      String heldOn,
      boolean corrected,
      String written,
      List<Say.Fact> facts,
      List<Paper> papers) {}

  private final Conversations conversations;
  private final EvidenceField papers;
  private final PersonPages pages;
  private final PersonHeaders headers;
  private final WishWords words;
  private final Say say;
  private final Notices notices;

  WishesController(
      Conversations conversations,
      EvidenceField papers,
      PersonPages pages,
      PersonHeaders headers,
      WishWords words,
      Say say,
      Notices notices) {
    this.conversations = conversations;
    this.papers = papers;
    this.pages = pages;
    this.headers = headers;
    this.words = words;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping
  @OpenTo({Duty.CARE, Duty.FAMILY})
  String wishes(@PathVariable UUID id, Viewer viewer, Model model) {
    PersonId person = new PersonId(id);
    PersonHeader who = headers.of(person, viewer);
    List<Conversation> all = conversations.of(person);
    boolean family = viewer.hasAny(Duty.FAMILY);
    model.addAttribute("who", who);
    model.addAttribute("family", family);
    model.addAttribute("mayWrite", who.full() && !family);
    model.addAttribute("talks", all.stream().map(one -> talk(id, one)).toList());
    // Who sees the own records alone perhaps does not see the latest.
    (who.full() ? Conversations.latest(all) : Optional.<Conversation>empty())
        .ifPresent(
            now -> {
              model.addAttribute("pressing", words.pressing(now.said()));
              model.addAttribute("asOf", words.asOf(now.said()));
              model.addAttribute("deputyTelephone", now.said().deputyTelephone());
            });
    return "person/wishes";
  }

  private Talk talk(UUID person, Conversation one) {
    return new Talk(
        one.id(),
        JapaneseDates.inFull(one.said().heldOn(), Say.locale()),
        one.corrected(),
        say.word("person.wish.written", one.organization(), one.by(), Say.moment(one.at())),
        words.all(one.said()),
        one.papers().stream()
            .map(
                file ->
                    new Paper(
                        "/persons/"
                            + person
                            + "/wishes/"
                            + one.id()
                            + "/files/"
                            + file.id().value(),
                        file.name(),
                        file.size()))
            .toList());
  }

  @GetMapping("/{conversation}/files/{file}")
  @OpenTo({Duty.CARE, Duty.FAMILY})
  ResponseEntity<Resource> file(
      @PathVariable UUID id, @PathVariable UUID conversation, @PathVariable UUID file) {
    Conversations.Paper paper = conversations.open(new PersonId(id), conversation, file);
    return FileAnswer.of(paper.file(), paper.bytes());
  }

  @GetMapping("/new")
  String begin(@PathVariable UUID id, Viewer viewer, Form form, Model model) {
    form.start("heldOn", say.today());
    return pages.show(page(id, null), new PersonId(id), viewer, form, model);
  }

  @GetMapping("/{conversation}/correct")
  String correct(
      @PathVariable UUID id,
      @PathVariable UUID conversation,
      Viewer viewer,
      Form form,
      Model model) {
    start(form, conversations.get(new PersonId(id), conversation).said());
    return pages.show(page(id, conversation), new PersonId(id), viewer, form, model);
  }

  private PersonPages.FormPage page(UUID id, @Nullable UUID corrects) {
    String list = "/persons/" + id + "/wishes";
    Map<String, List<Say.Choice>> lists = new HashMap<>();
    lists.put("wish", say.choices(Wish.class, "person.wish"));
    lists.put("lastPlace", say.choices(LastPlace.class, "person.lastPlace"));
    return new PersonPages.FormPage(
        "wishes",
        corrects == null ? list + "/new" : list + "/" + corrects + "/correct",
        list,
        lists);
  }

  private static void start(Form form, NewConversation said) {
    form.start("heldOn", said.heldOn());
    form.start("present", said.present());
    form.start("spokenBy", said.spokenBy());
    form.start("spokenReason", said.spokenReason());
    form.start("matters", said.matters());
    said.wishes().forEach((treatment, wish) -> form.start(treatment.field(), wish));
    form.start("treatment", said.treatment());
    form.start("lastPlace", said.lastPlace());
    form.start("deputy", said.deputy());
    form.start("deputyRelation", said.deputyRelation());
    form.start("deputyTelephone", said.deputyTelephone());
    form.start("familyThinks", said.family());
    form.start("nextOn", said.nextOn());
  }

  @PostMapping("/new")
  String record(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable List<MultipartFile> evidence,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    return write(id, null, evidence, viewer, form, model, response, next);
  }

  @PostMapping("/{conversation}/correct")
  String corrected(
      @PathVariable UUID id,
      @PathVariable UUID conversation,
      @RequestParam(required = false) @Nullable List<MultipartFile> evidence,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    conversations.get(new PersonId(id), conversation);
    return write(id, conversation, evidence, viewer, form, model, response, next);
  }

  private String write(
      UUID id,
      @Nullable UUID corrects,
      @Nullable List<MultipartFile> evidence,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    NewConversation said = read(form);
    List<FileId> sent = papers.read(form, evidence);
    Ruling ruling = WishRules.complete(said, say.today());
    form.reject(fieldOf(ruling), ruling);
    UUID key = PersonPages.key(form);
    boolean done =
        PersonPages.done(
            form,
            "heldOn",
            () -> conversations.record(new PersonId(id), said, sent, corrects, key));
    if (done) {
      notices.done(next, "person.done.wishes");
      return "redirect:/persons/" + id + "/wishes";
    }
    papers.show(form, model);
    return pages.again(page(id, corrects), new PersonId(id), viewer, form, model, response);
  }

  /** Where an incomplete conversation is incomplete. */
  private static String fieldOf(Ruling ruling) {
    String reason = ruling instanceof Ruling.Refused refused ? refused.reason() : "";
    return switch (reason) {
      case "person.refused.wish-spoken" -> "spokenReason";
      case "person.refused.wish-next" -> "nextOn";
      default -> "heldOn";
    };
  }

  private NewConversation read(Form form) {
    LocalDate held = say.day(form, "heldOn");
    Map<Treatment, Wish> wishes = new EnumMap<>(Treatment.class);
    for (Treatment treatment : Treatment.values()) {
      form.optionalChoice(treatment.field(), Wish.class)
          .ifPresent(wish -> wishes.put(treatment, wish));
    }
    return new NewConversation(
        held,
        form.text("present", LINE),
        form.optional("spokenBy", SHORT).orElse(null),
        form.optional("spokenReason", LINE).orElse(null),
        form.text("matters", TEXT),
        wishes,
        form.optional("treatment", TEXT).orElse(null),
        form.optionalChoice("lastPlace", LastPlace.class).orElse(null),
        form.optional("deputy", SHORT).orElse(null),
        form.optional("deputyRelation", SHORT).orElse(null),
        form.telephone("deputyTelephone").orElse(null),
        form.optional("familyThinks", TEXT).orElse(null),
        say.optionalDay(form, "nextOn"));
  }
}
