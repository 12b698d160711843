package org.ringlight.rpc.epee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringlight.failure.DataInvalid;

class EpeeTest {

  private static final String HEADER = "011101010101020101";

  private static byte[] storage(String body) {
    return HexFormat.of().parseHex(HEADER + body);
  }

  private static EpeeReader reader(String body) {
    byte[] bytes = storage(body);
    return new EpeeReader(bytes, bytes.length);
  }

  @Test
  void everyTypeComesBackAsItWasWritten() {
    EpeeWriter out = new EpeeWriter(13);
    EpeeType[] integers = {
      EpeeType.INT64, EpeeType.INT32, EpeeType.INT16, EpeeType.INT8,
      EpeeType.UINT64, EpeeType.UINT32, EpeeType.UINT16, EpeeType.UINT8
    };
    for (EpeeType type : integers) {
      out.integer("i" + type, type, 113);
    }
    out.real("real", -2.5);
    out.bool("yes", true);
    out.text("text", "ring");
    out.longs("longs", new long[] {1, -1});
    out.objectEntry("inner", 1);
    out.strings("strings", List.of(new byte[0], new byte[70]));

    byte[] bytes = out.toBytes();
    EpeeReader in = new EpeeReader(bytes, bytes.length);
    assertThat(in.section()).isEqualTo(13);
    for (EpeeType type : integers) {
      in.entry();
      assertThat(in.named("i" + type)).isTrue();
      assertThat(in.integer()).isEqualTo(113);
    }
    in.entry();
    assertThat(in.doubleElement()).isEqualTo(-2.5);
    in.entry();
    assertThat(in.bool()).isTrue();
    in.entry();
    assertThat(in.string()).asString().isEqualTo("ring");
    in.entry();
    assertThat(in.longs()).containsExactly(1, -1);
    in.entry();
    assertThat(in.sectionEntry()).isEqualTo(1);
    in.entry();
    assertThat(in.array(EpeeType.STRING)).isEqualTo(2);
    assertThat(in.stringElement()).isEmpty();
    assertThat(in.stringElement()).hasSize(70);
    in.finish();
    assertThat(EpeeTree.write(EpeeTree.read(bytes))).isEqualTo(bytes);
  }

  @Test
  void readsWhatMonerodWrote() {
    // monerod 0.18: {"status": "OK"} begins a get_blocks.bin answer that failed
    EpeeReader in = reader("0406737461747573" + "0a084f4b");
    assertThat(in.section()).isEqualTo(1);
    in.entry();
    assertThat(in.name()).isEqualTo("status");
    assertThat(in.string()).asString().isEqualTo("OK");
    in.finish();
  }

  @Test
  void sizesTakeTheirShortestFormAtEveryBorder() {
    for (int size : new int[] {0, 1, 63, 64, 16383, 16384, 70000}) {
      EpeeWriter out = new EpeeWriter(1);
      out.string("s", new byte[size]);
      int width = size < 64 ? 1 : size < 16384 ? 2 : 4;
      byte[] bytes = out.toBytes();
      assertThat(bytes).hasSize(9 + 1 + 2 + 1 + width + size);
      EpeeReader in = new EpeeReader(bytes, bytes.length);
      in.section();
      in.entry();
      assertThat(in.string()).hasSize(size);
    }
    assertThatThrownBy(() -> reader("0500").section())
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("a size of 1 in 2 bytes, not in its shortest form [byte 9]");
  }

  @Test
  void hostileCountsAndLengthsAreRefusedBeforeAnythingIsAllocated() {
    String huge = "ffffffffffffffff";
    for (String body :
        List.of(
            huge, // entries of the root
            "04" + "0161" + "0a" + huge, // a string
            "04" + "0161" + "8a" + huge, // strings
            "04" + "0161" + "8c" + huge, // sections
            "04" + "0161" + "85" + huge, // integers
            "04" + "0161" + "8b" + huge)) { // bools
      EpeeReader in = reader(body);
      assertThatThrownBy(() -> skipAll(in))
          .isInstanceOf(DataInvalid.class)
          .hasMessageContaining("4611686018427387903")
          .hasMessageContaining("bytes are left");
    }
    EpeeReader eightBytesEach = reader("04" + "0161" + "85" + "0c" + "0000000000000000" + "00");
    assertThatThrownBy(() -> skipAll(eightBytesEach))
        .hasMessageContaining("an array of 3 UINT64 where 9 bytes are left");
  }

  private static void skipAll(EpeeReader in) {
    int entries = in.section();
    for (int i = 0; i < entries; i++) {
      in.entry();
      in.skip();
    }
    in.finish();
  }

  @Test
  void nestingEnds() {
    String deep = "04" + "0161" + "0c";
    assertThatThrownBy(() -> skipAll(reader(deep.repeat(100_000))))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("nested deeper than 64");
  }

  @Test
  void whatMonerodRefusesIsRefused() {
    for (String body :
        List.of(
            "04" + "000b0100", // no name
            "04" + "0161" + "0b02", // a bool of two
            "04" + "0161" + "0e00", // no such type
            "04" + "0161" + "0000",
            "04" + "0161" + "8d00", // an array of arrays
            "04" + "0161" + "0d0a00", // an array entry that holds none
            "04" + "0161" + "0500", // cut short
            "00" + "00")) { // more than the storage
      assertThatThrownBy(() -> skipAll(reader(body))).as(body).isInstanceOf(DataInvalid.class);
    }
    assertThatThrownBy(() -> new EpeeReader(new byte[] {1, 17, 1, 1}, 4))
        .isInstanceOf(DataInvalid.class);
  }

  @Test
  void aNegativeCountIsNoCount() {
    EpeeReader in = reader("04" + "0161" + "01" + "ff".repeat(8));
    in.section();
    in.entry();
    assertThatThrownBy(in::integer)
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("\"a\" is negative");
  }

  @Test
  void skippingAHundredThousandFieldsCostsNoMemoryPerField() {
    EpeeWriter out = new EpeeWriter(1);
    out.array("sections", EpeeType.OBJECT, 100_000);
    for (int i = 0; i < 100_000; i++) {
      out.section(1);
      out.uint64("n", i);
    }
    byte[] bytes = out.toBytes();
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 10);
    skipAll(new EpeeReader(longer, bytes.length));
  }
}
