package tasuki.practice;

/** Where in a case a word was found, and how much that says. */
enum Part {
  NAME(8),
  APPROACH(5),
  PROBLEM(4),
  KIND(4),
  WHO(2),
  NUMBERS(1);

  private final int weight;

  Part(int weight) {
    this.weight = weight;
  }

  int weight() {
    return weight;
  }
}
