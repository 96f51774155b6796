package tasuki.kernel.server;

import java.util.List;

/** Several kinds of file that one room brings in the same way. */
public interface Importers {
  List<Importer> importers();
}
