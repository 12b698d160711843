package org.ringlight.lake.iceberg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.iceberg.RewriteTablePathUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.ringlight.failure.DataInvalid;

/**
 * Makes a data directory that was moved or copied one of its own. Iceberg names files by absolute
 * paths, in each table's metadata, manifest lists and manifests: they are rewritten here, each file
 * by itself and durably, and last the catalog, for all tables at once. Until then the folder counts
 * as moved, so that what is interrupted is simply done again; the folder it came from, where it is
 * still there, is neither read nor changed. Snapshots keep their ids.
 */
public final class Relocation {

  /** From a metadata file up to the data directory: metadata, table, namespace. */
  private static final int LEVELS = 4;

  private final Path folder;
  private final LocalFiles files;
  private final CatalogRows catalog;

  /** Of the data directory {@code folder}, an absolute path. */
  public Relocation(Path folder, LocalFiles files) {
    this.folder = folder;
    this.files = files;
    this.catalog = new CatalogRows(folder.resolve(Warehouse.DATABASE));
  }

  /** The folder its tables say to be in; empty where that is this one, or there are no tables. */
  public Optional<Path> origin() {
    return StoreErrors.at(
        folder.resolve(Warehouse.DATABASE),
        () ->
            catalog.metadataFiles().stream()
                .filter(metadata -> !metadata.startsWith(folder))
                .map(Relocation::root)
                .findFirst());
  }

  private static Path root(Path metadataFile) {
    Path root = metadataFile;
    for (int i = 0; i < LEVELS; i++) {
      root = LocalFiles.folderOf(root);
    }
    return root;
  }

  /**
   * Rewrites every table and then the catalog. Nobody else may write here meanwhile.
   *
   * @param done is told the table that is rewritten, by its folder
   */
  public void run(Consumer<Path> done) {
    StoreErrors.run(
        folder,
        () -> {
          List<Path> said = catalog.metadataFiles();
          Map<Path, Path> places = new LinkedHashMap<>();
          for (Path metadata : said) {
            if (!metadata.startsWith(folder)) {
              MovedPaths paths = new MovedPaths(root(metadata), folder);
              Path here = Path.of(paths.here(metadata.toString()));
              rewrite(here, paths);
              places.put(metadata, here);
              done.accept(LocalFiles.folderOf(LocalFiles.folderOf(here)));
            }
          }
          catalog.replace(places);
        });
  }

  private void rewrite(Path metadataFile, MovedPaths paths) throws IOException {
    if (!Files.exists(metadataFile)) {
      throw new DataInvalid(
          "a table's metadata is missing: the folder was not copied whole",
          metadataFile.toString(),
          "copy it again while nothing writes to the original");
    }
    TableMetadata metadata = TableMetadataParser.read(files.newInputFile(metadataFile.toString()));
    ManifestPaths manifests = new ManifestPaths(paths, files);
    for (Snapshot snapshot : metadata.snapshots()) {
      manifests.rewriteList(Path.of(paths.here(snapshot.manifestListLocation())));
    }
    if (paths.old(metadata.location())) {
      TableMetadata here =
          RewriteTablePathUtil.replacePaths(
              metadata, paths.from().toString(), paths.to().toString());
      files.writeDurably(metadataFile, TableMetadataParser.toJson(here));
    }
  }
}
