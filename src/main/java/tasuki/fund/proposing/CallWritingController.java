package tasuki.fund.proposing;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.kernel.RefusedException;
import tasuki.programme.Editions;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Writes, changes and publishes calls. */
@Controller
@OpenTo(Duty.OFFICER)
class CallWritingController {

  private final Calls calls;
  private final Editions editions;
  private final CallForm forms;
  private final Clock clock;
  private final Notices notices;

  CallWritingController(
      Calls calls, Editions editions, CallForm forms, Clock clock, Notices notices) {
    this.calls = calls;
    this.editions = editions;
    this.forms = forms;
    this.clock = clock;
    this.notices = notices;
  }

  @GetMapping("/fund/calls/new")
  String start(Form form, Model model) {
    mayWrite();
    form.start("year", now().next().year());
    return page(null, model);
  }

  @PostMapping("/fund/calls/new")
  String write(Form form, Model model, HttpServletResponse response, RedirectAttributes next) {
    mayWrite();
    CallEntry entry = forms.read(form, now());
    if (!form.hasErrors()) {
      CallId id = calls.write(entry);
      notices.done(next, "fund.call.written", entry.title());
      return "redirect:/fund/calls/" + id;
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(null, model);
  }

  @GetMapping("/fund/calls/{id}/edit")
  String edit(@PathVariable UUID id, Form form, Model model) {
    Call call = calls.changeable(new CallId(id));
    forms.start(form, call.entry());
    form.start("version", call.version());
    return page(call, model);
  }

  @PostMapping("/fund/calls/{id}/edit")
  String change(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Call call = calls.changeable(new CallId(id));
    CallEntry entry = forms.read(form, now());
    if (!form.hasErrors()) {
      try {
        calls.change(call.id(), entry, form.version());
        notices.done(next, "fund.call.changed", entry.title());
        return "redirect:/fund/calls/" + id;
      } catch (RefusedException refused) {
        form.reject("title", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(call, model);
  }

  @PostMapping("/fund/calls/{id}/publication")
  String publish(@PathVariable UUID id, Form form, RedirectAttributes next) {
    Call call = calls.changeable(new CallId(id));
    boolean published = form.flag("published");
    try {
      calls.publish(call.id(), published);
      notices.done(next, published ? "fund.call.now-public" : "fund.call.no-longer-public");
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/fund/calls/" + id;
  }

  private String page(@Nullable Call call, Model model) {
    model.addAttribute("call", call);
    forms.choices(model, now());
    return "fund/call-edit";
  }

  private void mayWrite() {
    editions.letCompile("call");
  }

  private FiscalYear now() {
    return FiscalYear.of(JapanTime.today(clock));
  }
}
