package tasuki.programme;

/** A source of money as lists print it: ①基金, ②県単, ③国庫. */
public record Source(String mark, String name) {}
