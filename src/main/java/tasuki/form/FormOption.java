package tasuki.form;

/** One of the answers that may be chosen; the code is canonical (LIFE) where there is one. */
public record FormOption(String code, Words label) {}
