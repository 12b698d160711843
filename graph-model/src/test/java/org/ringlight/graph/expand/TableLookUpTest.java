package org.ringlight.graph.expand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;

class TableLookUpTest {

  @Test
  void pagesAndOnePassHaveTheSameRows(@TempDir Path folder) {
    MiniChain.ofStory().write(folder);
    try (Lake lake = Lake.openExisting(folder);
        SqlSession session = Sql.open(lake)) {
      TableLookUp pages = new TableLookUp(session, 0);
      TableLookUp pass = new TableLookUp(session, TableLookUp.ROWS_A_PAGE);
      for (List<Long> ids :
          List.of(
              LongStream.range(40, 60).boxed().toList(),
              LongStream.range(0, 90).boxed().toList())) {
        assertSame(pass.outputs(ids), pages.outputs(ids));
        assertSame(pass.outputsOf(ids), pages.outputsOf(ids));
        assertSame(pass.rings(ids), pages.rings(ids));
        assertSame(pass.ringsOf(ids), pages.ringsOf(ids));
      }
    }
  }

  private static void assertSame(List<?> pass, List<?> pages) {
    assertThat(pages).isNotEmpty();
    assertThat(pass).usingRecursiveFieldByFieldElementComparator().isEqualTo(pages);
  }
}
