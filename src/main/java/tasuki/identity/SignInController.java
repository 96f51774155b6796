package tasuki.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tasuki.web.Anybody;
import tasuki.web.Form;

/** Signing in, a step a page: password, own password at first, second factor. */
@Controller
@Anybody
@RequestMapping("/sign-in")
class SignInController {

  private static final String AGAIN = "redirect:/sign-in?expired";

  private final SignIn signIn;
  private final Admission admission;
  private final Accounts accounts;
  private final WardComputers computers;
  private final Clock clock;
  private final boolean demo;

  SignInController(
      SignIn signIn,
      Admission admission,
      Accounts accounts,
      WardComputers computers,
      Clock clock,
      @Value("${tasuki.mode:serve}") String mode) {
    this.signIn = signIn;
    this.admission = admission;
    this.accounts = accounts;
    this.computers = computers;
    this.clock = clock;
    this.demo = mode.equals("demo");
  }

  @GetMapping
  String page(Form form) {
    return "identity/sign-in";
  }

  @PostMapping
  String password(Form form, HttpServletRequest request, HttpServletResponse response) {
    String login = form.text("login", 100);
    String password = form.value("password");
    if (password.isEmpty()) {
      form.reject("password", "web.form.missing");
    }
    if (!form.hasErrors()) {
      SignIn.Step step = signIn.password(login, password, computers.at(request));
      switch (step) {
        case SignIn.Step.Wrong _ -> form.reject("login", "identity.sign-in.wrong");
        case SignIn.Step.Wait wait ->
            form.reject("login", "identity.sign-in.wait", minutes(wait.until()));
        case SignIn.Step.Code _,
            SignIn.Step.NewPassword _,
            SignIn.Step.Enrolment _,
            SignIn.Step.Trusted _,
            SignIn.Step.In _ -> {
          return goOn(step, request, response);
        }
      }
    }
    return again("identity/sign-in", response);
  }

  /** Rounded up: whoever waits as long as the page says is let try again. */
  private long minutes(Instant until) {
    return Math.ceilDiv(Math.max(1, Duration.between(clock.instant(), until).toSeconds()), 60);
  }

  private String goOn(SignIn.Step step, HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession();
    return switch (step) {
      case SignIn.Step.Code code ->
          stage(code.account(), HalfSignedIn.Stage.CODE, "/sign-in/code", session);
      case SignIn.Step.NewPassword chosen ->
          stage(chosen.account(), HalfSignedIn.Stage.NEW_PASSWORD, "/sign-in/password", session);
      case SignIn.Step.Enrolment enrolment ->
          stage(enrolment.account(), HalfSignedIn.Stage.ENROLMENT, "/sign-in/enrolment", session);
      case SignIn.Step.Trusted trusted -> {
        HalfSignedIn.forget(session);
        yield admission.admitAt(trusted.computer(), trusted.account(), request, response);
      }
      case SignIn.Step.In _, SignIn.Step.Wrong _, SignIn.Step.Wait _ -> AGAIN;
    };
  }

  private String stage(UUID account, HalfSignedIn.Stage stage, String next, HttpSession session) {
    new HalfSignedIn(account, clock.instant(), stage).keep(session);
    return "redirect:" + next;
  }

  @GetMapping("/code")
  String codePage(Form form, HttpSession session, HttpServletRequest request, Model model) {
    return at(
        HalfSignedIn.Stage.CODE,
        session,
        account -> {
          showDemoCode(account, request, model);
          return "identity/code";
        });
  }

  @PostMapping("/code")
  String code(Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
    HttpSession session = request.getSession();
    return at(
        HalfSignedIn.Stage.CODE,
        session,
        account -> {
          String code = form.text("code", 20);
          if (!form.hasErrors()) {
            SignIn.Step step = signIn.code(account, code);
            if (step instanceof SignIn.Step.In) {
              HalfSignedIn.forget(session);
              return admission.admit(account, request, response);
            }
            if (step instanceof SignIn.Step.Wait wait) {
              form.reject("code", "identity.sign-in.wait", minutes(wait.until()));
            }
          }
          form.reject("code", "identity.code.wrong");
          showDemoCode(account, request, model);
          return again("identity/code", response);
        });
  }

  @GetMapping("/password")
  String passwordPage(Form form, HttpSession session) {
    return at(HalfSignedIn.Stage.NEW_PASSWORD, session, _ -> "identity/new-password");
  }

  @PostMapping("/password")
  String newPassword(Form form, HttpServletRequest request, HttpServletResponse response) {
    return at(
        HalfSignedIn.Stage.NEW_PASSWORD,
        request.getSession(),
        account -> {
          String wanted = form.value("password");
          if (!wanted.equals(form.value("again"))) {
            form.reject("again", "identity.new-password.different");
          } else {
            form.reject("password", signIn.choosePassword(account, wanted));
          }
          return form.hasErrors()
              ? again("identity/new-password", response)
              : goOn(signIn.next(account, computers.at(request)), request, response);
        });
  }

  @GetMapping("/enrolment")
  String enrolmentPage(Form form, HttpSession session, Model model) {
    return at(
        HalfSignedIn.Stage.ENROLMENT,
        session,
        account -> {
          showSecret(account, model);
          return "identity/enrolment";
        });
  }

  @PostMapping("/enrolment")
  String enrolment(
      Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
    HttpSession session = request.getSession();
    return at(
        HalfSignedIn.Stage.ENROLMENT,
        session,
        account -> {
          String code = form.text("code", 20);
          if (!form.hasErrors() && signIn.confirmEnrolment(account, code)) {
            HalfSignedIn.forget(session);
            return admission.admit(account, request, response);
          }
          form.reject("code", "identity.code.wrong");
          showSecret(account, model);
          return again("identity/enrolment", response);
        });
  }

  private void showSecret(UUID account, Model model) {
    String login = accounts.find(new AccountId(account)).orElseThrow().login();
    QrPicture.show(signIn.beginEnrolment(account), login, model);
  }

  /** In the demo, on this machine and after the password, the page itself shows the code. */
  private void showDemoCode(UUID account, HttpServletRequest request, Model model) {
    model.addAttribute("demo", demo && isLoopback(request.getRemoteAddr()));
    if (demo && isLoopback(request.getRemoteAddr())) {
      Optional<String> code = signIn.codeForDemo(account);
      model.addAttribute("demoCode", code.orElse(null));
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  private String at(HalfSignedIn.Stage stage, HttpSession session, Function<UUID, String> page) {
    return HalfSignedIn.at(stage, session, clock.instant()).map(page).orElse(AGAIN);
  }

  private static String again(String page, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page;
  }
}
