package tasuki.transition.paper;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.form.Audience;
import tasuki.form.FormDefinition;
import tasuki.form.FormValues;
import tasuki.print.Paper;
import tasuki.print.QrImage;

/** Draws a form without answers, so that its layout can be looked at before it is used. */
@Component
public class PreviewSheets {

  private static final String NO_CODE = "----";

  private final SheetMaker maker;
  private final Paper paper;

  PreviewSheets(SheetMaker maker, Paper paper) {
    this.maker = maker;
    this.paper = paper;
  }

  /** The empty form as a PDF, marked as a draft. */
  public byte[] pdf(FormDefinition form) {
    Locale locale = Locale.JAPANESE;
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("sheet", maker.sheet(form, FormValues.EMPTY, Audience.PROFESSIONAL, false, locale));
    model.put("draft", true);
    model.put("fax", false);
    model.put("printedAt", "");
    model.put("code", NO_CODE);
    model.put("address", "");
    model.put("qr", QrImage.address(NO_CODE));
    return paper.pdf("transition/paper/form", model, locale).bytes();
  }
}
