package tasuki.transition.paper;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tasuki.web.Anybody;
import tasuki.web.Form;

/** Where whoever holds a fax says, without an account, that it arrived. */
@Controller
@Anybody
class CodeReceiptController {

  /** Every answer takes as long, so that its time tells nothing about a code. */
  private static final Duration ANSWER = Duration.ofMillis(400);

  private final CodeReceipts receipts;
  private final PaperWords say;

  CodeReceiptController(CodeReceipts receipts, PaperWords say) {
    this.receipts = receipts;
    this.say = say;
  }

  @GetMapping("/r")
  String page(Form form) {
    form.start("code", ReceiptCodes.read(form.value("c")).map(ReceiptCodes::blocks).orElse(""));
    return "transition/receipt";
  }

  @PostMapping("/r")
  String confirm(Form form, HttpServletRequest request, HttpServletResponse response, Model model)
      throws InterruptedException {
    long end = System.nanoTime() + ANSWER.toNanos();
    String typed = form.text("code", 40);
    String office = form.text("office", 100);
    String name = form.text("name", 60);
    Optional<String> code = ReceiptCodes.read(typed);
    if (!typed.isEmpty() && code.isEmpty()) {
      form.reject("code", "transition.receipt.error.code");
    }
    Optional<CodeReceipts.Confirmed> confirmed =
        form.hasErrors()
            ? Optional.empty()
            : code.flatMap(known -> receipts.confirm(known, request.getRemoteAddr(), name, office));
    if (!form.hasErrors() && confirmed.isEmpty()) {
      form.reject("code", "transition.receipt.error.unknown");
    }
    Thread.sleep(Math.max(0, (end - System.nanoTime()) / 1_000_000));
    if (confirmed.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return "transition/receipt";
    }
    CodeReceipts.Confirmed sheet = confirmed.get();
    model.addAttribute("sheetTitle", sheet.form().in(PaperWords.locale()));
    model.addAttribute("sheetSender", sheet.sender());
    model.addAttribute("sheetDay", say.dayInFull(sheet.printedOn()));
    return "transition/receipt-done";
  }
}
