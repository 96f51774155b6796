package tasuki.form;

/** Items of a section that stand under one small heading. */
public record FormGroup(String id, Words title) {}
