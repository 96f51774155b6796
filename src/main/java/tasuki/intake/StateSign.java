package tasuki.intake;

/** How a state is shown beside its word. */
record StateSign(String tone, String icon) {

  static StateSign of(ImportState state) {
    return switch (state) {
      case READING -> new StateSign("calm", "clock");
      case UNREADABLE -> new StateSign("error", "error");
      case CHECKED -> new StateSign("warning", "eye");
      case APPLIED -> new StateSign("success", "done");
      case UNDONE -> new StateSign("plain", "previous");
      case DISCARDED -> new StateSign("plain", "close");
    };
  }
}
