package tasuki.matching;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tasuki.form.Question;
import tasuki.kernel.Ruling;
import tasuki.person.Person;

/** Whether a card stays nameless: what people type by habit would tell who it is about. */
final class Nameless {

  private static final Pattern TELEPHONE = Pattern.compile("0\\d{1,4}-?\\d{1,4}-?\\d{3,4}");

  /** A single character is part of too many other words. */
  private static final int SHORTEST = 2;

  private Nameless() {}

  /** Whether nothing of the card names the person. */
  static Ruling check(Card card, KindDefinition says, Person person) {
    return check(String.join("\n", texts(card, says)), person);
  }

  /** Whether what others will read names the person. */
  static Ruling check(String words, Person person) {
    String text = plain(words);
    List<String> names =
        Stream.of(
                person.familyName() + person.givenName(),
                person.familyKana() + person.givenKana(),
                person.familyName(),
                person.givenName(),
                person.familyKana(),
                person.givenKana())
            .map(Nameless::plain)
            .filter(name -> name.length() >= SHORTEST)
            .toList();
    for (String name : names) {
      if (text.contains(name)) {
        return Ruling.refused("matching.refused.names");
      }
    }
    return TELEPHONE.matcher(text).find()
        ? Ruling.refused("matching.refused.telephone")
        : Ruling.ALLOWED;
  }

  private static List<String> texts(Card card, KindDefinition says) {
    Stream<String> answers =
        says.questions().stream()
            .filter(
                one -> one.kind() == Question.Kind.TEXT || one.kind() == Question.Kind.LONG_TEXT)
            .flatMap(one -> card.answers().all(one.id()).stream());
    return Stream.concat(Stream.of(card.situation()), answers).toList();
  }

  /** Without blanks and in one width and one kana, so that no spelling hides a name. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[ \\t\\n・]", "")
        .replaceAll("[‐－ー−]", "-")
        .codePoints()
        .map(letter -> letter >= 0x3041 && letter <= 0x3096 ? letter + 0x60 : letter)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
