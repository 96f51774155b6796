package tasuki.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationId;
import tasuki.identity.MachineClients;
import tasuki.kernel.server.PrivateFile;
import tasuki.kernel.server.ReadyLines;

/**
 * The program of the sample hospital that may speak to the demo. It is made when it is first
 * printed; its secret stays in the data folder, so that later starts print the same.
 */
@Component
@Order(2)
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleMachine implements ReadyLines {

  private static final String NAME = "demo-hospital";
  private static final int SECRET_BYTES = 24;

  private final MachineClients machines;
  private final SampleKeys keys;
  private final Path secretFile;

  SampleMachine(
      MachineClients machines, SampleKeys keys, @Value("${tasuki.data}") String dataFolder) {
    this.machines = machines;
    this.keys = keys;
    this.secretFile = Path.of(dataFolder).resolve("machine-client");
  }

  @Override
  public List<String> lines() {
    try {
      String secret = PrivateFile.secret(secretFile, SECRET_BYTES);
      OrganizationId hospital = keys.organization("hospital");
      if (machines.of(hospital).stream().noneMatch(client -> client.name().equals(NAME))) {
        machines.create(hospital, NAME, secret);
      }
      return List.of("machine client: " + NAME + " " + secret);
    } catch (IOException failure) {
      throw new UncheckedIOException("The secret of the sample program cannot be kept", failure);
    }
  }
}
