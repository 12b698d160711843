package org.ringlight.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.SampleChain;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;

/** A cluster of real processes: a master, a worker, the executor it starts, and a driver. */
class ClusterTest {

  private static final String LOOPBACK = "127.0.0.1";

  @TempDir Path folder;

  @Test
  void executorsReadTheSameRows() throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    try (Lake lake = Lake.open(data);
        Writer writer = lake.writer(Namespace.XMR)) {
      new SampleChain(0).commit(writer, 0, 40);
    }
    // where a worker looks for Spark; the driver says below what executors have in place of it
    Files.createDirectory(folder.resolve("jars"));
    int port = freePort();
    String url = "spark://" + LOOPBACK + ":" + port;
    try (JavaProcess master =
            JavaProcess.start(
                folder,
                Map.of("spark.master.rest.enabled", "false"),
                Master.class,
                "--host",
                LOOPBACK,
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0");
        JavaProcess worker =
            JavaProcess.start(
                folder,
                Map.of(),
                Worker.class,
                "--host",
                LOOPBACK,
                "--webui-port",
                "0",
                "--cores",
                "2",
                "--memory",
                "1g",
                "--work-dir",
                folder.resolve("work").toString(),
                url);
        JavaProcess driver =
            JavaProcess.start(
                folder,
                Map.of(
                    "spark.master",
                    url,
                    "spark.driver.host",
                    LOOPBACK,
                    "spark.executor.memory",
                    "512m",
                    "spark.executor.extraJavaOptions",
                    "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                    "spark.executor.extraClassPath",
                    JavaProcess.classPath()),
                ReadOnCluster.class,
                data.toString())) {
      // and nothing else, such as warnings
      assertThat(driver.success().lines()).containsExactly(ReadOnCluster.SAME + "1");
      assertThat(master.runs()).isTrue();
      assertThat(worker.runs()).isTrue();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
