package tasuki.fund;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;

/** Where an officer of the prefecture finds everything of the fund. */
@Controller
@OpenTo(Duty.OFFICER)
class FundController {

  private final Categories categories;

  FundController(Categories categories) {
    this.categories = categories;
  }

  @GetMapping("/fund")
  String fund(Viewer viewer, Model model) {
    if (viewer.organization().kind() != OrganizationKind.PREFECTURE) {
      throw new AbsentException("fund");
    }
    model.addAttribute("categories", categories.all());
    return "fund/fund";
  }
}
