package tasuki.sample;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tasuki.identity.AccountId;
import tasuki.identity.Credentials;
import tasuki.kernel.server.ReadyLines;

/** Builds the sample prefecture at the first start of a demo and prints who can sign in. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleStart implements ApplicationRunner, ReadyLines {

  private final SamplePrefecture prefecture;
  private final Credentials credentials;

  SampleStart(SamplePrefecture prefecture, Credentials credentials) {
    this.prefecture = prefecture;
    this.credentials = credentials;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (prefecture.exists()) {
      return;
    }
    for (AccountId account : prefecture.build()) {
      credentials.give(account, SampleAccounts.PASSWORD);
    }
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Sample accounts (password of all: " + SampleAccounts.PASSWORD + ")");
    for (SampleAccounts sample : SampleAccounts.PRINTED) {
      lines.add("  %-14s %s".formatted(sample.login(), sample.name()));
    }
    return lines;
  }
}
