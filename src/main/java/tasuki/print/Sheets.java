package tasuki.print;

/**
 * A finished PDF.
 *
 * @param pages how many sheets of A4 come out of the printer
 */
public record Sheets(byte[] bytes, int pages) {}
