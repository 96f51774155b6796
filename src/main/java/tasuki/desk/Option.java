package tasuki.desk;

/** A line of a select field, as the field fragments read it. */
record Option(String value, String label) {}
