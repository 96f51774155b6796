package tasuki;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tasuki.kernel.server.Benchmark;
import tasuki.kernel.server.DatabaseAddress;
import tasuki.kernel.server.EmbeddedServer;
import tasuki.kernel.server.Importer;
import tasuki.kernel.server.Importers;
import tasuki.kernel.server.ReadyLines;
import tasuki.kernel.server.StartFailure;

/** Carries out one command from the first check to the line that it is done. */
final class Launch {
  private final Path home;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final Stop stop = new Stop();
  private @Nullable Path log;

  Launch(Path home, Map<String, String> environment, PrintStream out) {
    this.home = home;
    this.environment = environment;
    this.out = out;
  }

  /** The exit code, or nothing while the application goes on serving. */
  Optional<Integer> run(Command command) {
    return switch (command) {
      case Command.Demo demo -> demo(demo);
      case Command.Serve() -> serve();
      case Command.Migrate() -> migrate();
      case Command.Import files -> Optional.of(imports(files));
      case Command.Rehearse() -> Optional.of(rehearse());
      case Command.Bench bench -> Optional.of(bench(bench));
    };
  }

  /** Whether a signal, not a failure, is what ends the start. */
  boolean stopping() {
    return stop.begun();
  }

  void over() {
    stop.started();
  }

  /** Where a failure's details belong, once there is a folder to write to. */
  @Nullable Path log() {
    return log;
  }

  private Optional<Integer> demo(Command.Demo demo) {
    EmbeddedServer server = claim(demo.data());
    log = server.data().resolve("tasuki.log");
    requireFree(demo.port());
    DatabaseAddress database = start(server);
    serve(Settings.demo(demo.port(), server.data(), database));
    return Optional.empty();
  }

  private int rehearse() {
    EmbeddedServer server = claim(home.resolve(".tasuki").resolve("rehearsal"));
    ConfigurableApplicationContext context =
        application(Settings.rehearsal(server.data(), start(server)));
    Rehearsal.visit(port(context), out);
    Rehearsal.bringIn(importers(context), out);
    return SpringApplication.exit(context);
  }

  private int bench(Command.Bench command) {
    EmbeddedServer server = claim(home.resolve(".tasuki").resolve("bench"));
    ConfigurableApplicationContext context =
        application(Settings.demo(0, server.data(), start(server)));
    List<Benchmark> benchmarks = context.getBeanProvider(Benchmark.class).orderedStream().toList();
    for (Benchmark benchmark : benchmarks) {
      if (benchmark.name().equals(command.name())) {
        benchmark.run("http://localhost:" + port(context), server.data(), command.arguments(), out);
        return SpringApplication.exit(context);
      }
    }
    throw new StartFailure(
        "Unknown benchmark '%s'; this Tasuki has: %s"
            .formatted(
                command.name(),
                String.join(", ", benchmarks.stream().map(Benchmark::name).sorted().toList())));
  }

  private Optional<Integer> serve() {
    serve(Settings.serve(environment, Settings.servedData(environment, home)));
    return Optional.empty();
  }

  private Optional<Integer> migrate() {
    Path data = Settings.servedData(environment, home);
    ConfigurableApplicationContext context = application(Settings.migrate(environment, data));
    out.println("The tables are up to date.");
    return Optional.of(SpringApplication.exit(context));
  }

  private int imports(Command.Import command) {
    for (Path file : command.files()) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new StartFailure("Cannot read " + file);
      }
    }
    ConfigurableApplicationContext context = application(importSettings(command.data()));
    List<Importer> importers = importers(context);
    for (Importer importer : importers) {
      if (importer.kind().equals(command.kind())) {
        return importer.run(command.files(), out);
      }
    }
    String kinds = String.join(", ", importers.stream().map(Importer::kind).sorted().toList());
    throw new StartFailure(
        "Unknown kind '%s'; this Tasuki imports: %s"
            .formatted(command.kind(), kinds.isEmpty() ? "nothing yet" : kinds));
  }

  private static List<Importer> importers(ConfigurableApplicationContext context) {
    return Stream.concat(
            context.getBeanProvider(Importer.class).orderedStream(),
            context
                .getBeanProvider(Importers.class)
                .orderedStream()
                .flatMap(room -> room.importers().stream()))
        .toList();
  }

  private Settings importSettings(@Nullable Path data) {
    if (data == null && environment.containsKey("TASUKI_DATABASE_URL")) {
      return Settings.importIntoServed(environment, Settings.servedData(environment, home));
    }
    Path folder = data == null ? CommandLine.defaultData(home) : data;
    try {
      EmbeddedServer server = claim(folder);
      log = server.data().resolve("import.log");
      return Settings.importIntoDemo(server.data(), start(server));
    } catch (StartFailure.AlreadyRunning running) {
      DatabaseAddress database =
          EmbeddedServer.find(folder)
              .orElseThrow(
                  () ->
                      new StartFailure(
                          "Tasuki is just starting with this data folder; try again when it is"
                              + " ready"));
      return Settings.importIntoDemo(folder.toAbsolutePath(), database);
    }
  }

  private EmbeddedServer claim(Path data) {
    EmbeddedServer server = EmbeddedServer.claim(data);
    stop.then(server);
    return server;
  }

  private DatabaseAddress start(EmbeddedServer server) {
    out.println("Starting the database ...");
    return server.start();
  }

  private void serve(Settings settings) {
    ConfigurableApplicationContext context = application(settings);
    out.println("Tasuki is ready: http://localhost:" + port(context));
    context
        .getBeanProvider(ReadyLines.class)
        .orderedStream()
        .flatMap(room -> room.lines().stream())
        .forEach(out::println);
  }

  private static String port(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.server.port");
  }

  private ConfigurableApplicationContext application(Settings settings) {
    log = settings.log();
    out.println("Starting the application ...");
    StandardEnvironment properties = new StandardEnvironment();
    // First, so that a variable meant for production cannot lead a demo to its database.
    properties
        .getPropertySources()
        .addFirst(new MapPropertySource("tasuki", settings.properties()));
    SpringApplication application = new SpringApplication(Tasuki.class);
    application.setEnvironment(properties);
    application.setBannerMode(Banner.Mode.OFF);
    ConfigurableApplicationContext context = application.run();
    stop.started();
    QuietConsole.letWarningsThrough();
    return context;
  }

  private static void requireFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    } catch (IOException e) {
      String problem =
          String.valueOf(e.getMessage()).contains("ermission") ? "not allowed" : "in use";
      throw new StartFailure("Port " + port + " is " + problem + "; choose another with --port N");
    }
  }
}
