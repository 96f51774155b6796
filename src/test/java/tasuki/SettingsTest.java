package tasuki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasuki.kernel.server.Credentials;
import tasuki.kernel.server.DatabaseAddress;
import tasuki.kernel.server.StartFailure;

class SettingsTest {
  private static final DatabaseAddress DATABASE =
      new DatabaseAddress(
          "jdbc:postgresql://127.0.0.1:1/tasuki",
          new Credentials("owner", "o"),
          new Credentials("app", "a"),
          new Credentials("job", "j"));

  @TempDir private Path data;

  @Test
  void a_demo_listens_to_this_machine_only() {
    assertThat(Settings.demo(9000, data, DATABASE).properties())
        .containsEntry("server.address", "127.0.0.1")
        .containsEntry("server.port", 9000)
        .containsEntry("tasuki.mode", "demo")
        .containsEntry("tasuki.database.job.password", "j");
  }

  @Test
  void a_demo_keeps_its_key_in_a_file_that_only_its_owner_reads() throws Exception {
    Object key = Settings.demo(9000, data, DATABASE).properties().get("tasuki.key");

    assertThat(Settings.demo(9000, data, DATABASE).properties()).containsEntry("tasuki.key", key);
    assertThat(Files.getPosixFilePermissions(data.resolve("key"))).hasSize(2);
  }

  @Test
  void serving_takes_port_and_address_from_the_environment() {
    Map<String, String> environment = complete();
    assertThat(Settings.serve(environment, data).properties())
        .containsEntry("server.address", "0.0.0.0")
        .containsEntry("server.port", 8080)
        .containsEntry("tasuki.database.url", "jdbc:postgresql://db/tasuki");

    environment.put("TASUKI_PORT", "81");
    environment.put("TASUKI_ADDRESS", "10.0.0.1");
    assertThat(Settings.serve(environment, data).properties())
        .containsEntry("server.address", "10.0.0.1")
        .containsEntry("server.port", 81);
  }

  @Test
  void only_a_named_proxy_says_who_is_at_the_other_end() {
    Map<String, String> environment = complete();
    assertThat(Settings.serve(environment, data).properties())
        .containsEntry("server.forward-headers-strategy", "none")
        .doesNotContainKey("server.tomcat.remoteip.internal-proxies");
    environment.put("TASUKI_TRUSTED_PROXIES", "10.0.0.5, 2001:db8::7");
    Map<String, Object> properties = Settings.serve(environment, data).properties();
    assertThat(properties).containsEntry("server.forward-headers-strategy", "native");
    String pattern = String.valueOf(properties.get("server.tomcat.remoteip.internal-proxies"));
    assertThat("10.0.0.5").matches(pattern);
    assertThat("2001:db8::7").matches(pattern);
    for (String stranger : new String[] {"10.0.0.50", "10a0.0.5", "127.0.0.1", "192.168.0.1"}) {
      assertThat(stranger).doesNotMatch(pattern);
    }
    environment.put("TASUKI_TRUSTED_PROXIES", "proxy.example.jp");
    assertThatThrownBy(() -> Settings.serve(environment, data))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("TASUKI_TRUSTED_PROXIES");
  }

  @Test
  void serving_names_everything_that_is_missing() {
    Map<String, String> environment = complete();
    environment.remove("TASUKI_DATABASE_APP_USER");
    environment.put("TASUKI_DATABASE_JOB_PASSWORD", " ");
    environment.remove("TASUKI_KEY");
    assertThatThrownBy(() -> Settings.serve(environment, data))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "Missing in the environment: TASUKI_DATABASE_APP_USER, TASUKI_DATABASE_JOB_PASSWORD,"
                + " TASUKI_KEY");
  }

  @Test
  void serving_needs_a_key_of_32_bytes() {
    Map<String, String> environment = complete();
    environment.put("TASUKI_KEY", "short");
    assertThatThrownBy(() -> Settings.serve(environment, data))
        .hasMessage("TASUKI_KEY must be 32 random bytes in Base64");
    environment.remove("TASUKI_KEY");
    assertThatThrownBy(() -> Settings.serve(environment, data))
        .hasMessage("Missing in the environment: TASUKI_KEY");
  }

  @Test
  void passwords_stay_out_of_texts() {
    assertThat(new Credentials("app", "secret").toString()).doesNotContain("secret");
  }

  private static Map<String, String> complete() {
    Map<String, String> environment = new HashMap<>();
    environment.put("TASUKI_DATABASE_URL", "jdbc:postgresql://db/tasuki");
    for (String role : new String[] {"OWNER", "APP", "JOB"}) {
      environment.put("TASUKI_DATABASE_" + role + "_USER", role);
      environment.put("TASUKI_DATABASE_" + role + "_PASSWORD", "password");
    }
    environment.put("TASUKI_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    return environment;
  }
}
