package org.ringlight.rpc.epee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Any portable storage as a tree that can be written again: for tests only. */
final class EpeeTree {

  /** What one entry holds: its type, and a value or a list of values. */
  record Value(EpeeType type, boolean array, Object content) {}

  private EpeeTree() {}

  static Map<String, Value> read(byte[] bytes) {
    EpeeReader in = new EpeeReader(bytes, bytes.length);
    Map<String, Value> root = section(in, in.section(), 0);
    in.finish();
    return root;
  }

  private static Map<String, Value> section(EpeeReader in, int entries, int depth) {
    if (depth > EpeeReader.DEEPEST) {
      throw in.invalid("sections nested deeper than " + EpeeReader.DEEPEST);
    }
    Map<String, Value> section = new LinkedHashMap<>();
    for (int i = 0; i < entries; i++) {
      in.entry();
      String name = in.name();
      if (section.put(name, value(in, depth)) != null) {
        throw in.invalid("\"" + name + "\" comes twice");
      }
    }
    return section;
  }

  private static Value value(EpeeReader in, int depth) {
    EpeeType type = in.type();
    if (type == EpeeType.ARRAY && !in.isArray()) {
      in.arrayEntry();
      return new Value(EpeeType.ARRAY, false, value(in, depth));
    }
    if (!in.isArray()) {
      if (type == EpeeType.OBJECT) {
        return new Value(type, false, section(in, in.sectionEntry(), depth + 1));
      }
      return new Value(type, false, element(in, type, depth));
    }
    int count = in.array(type);
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(
          type == EpeeType.OBJECT
              ? section(in, in.section(), depth + 1)
              : element(in, type, depth));
    }
    return new Value(type, true, elements);
  }

  private static Object element(EpeeReader in, EpeeType type, int depth) {
    return switch (type) {
      case STRING -> in.stringElement();
      case BOOL -> in.boolElement();
      case DOUBLE -> Double.doubleToRawLongBits(in.doubleElement());
      case OBJECT, ARRAY -> throw new IllegalArgumentException(type + " at depth " + depth);
      default -> in.integerElement(type);
    };
  }

  static byte[] write(Map<String, Value> root) {
    EpeeWriter out = new EpeeWriter(root.size());
    entries(out, root);
    return out.toBytes();
  }

  private static void entries(EpeeWriter out, Map<String, Value> section) {
    section.forEach((name, value) -> entry(out, name, value));
  }

  @SuppressWarnings("unchecked") // as section() built it
  private static void entry(EpeeWriter out, String name, Value value) {
    if (value.type == EpeeType.ARRAY) {
      Value inner = (Value) value.content;
      out.arrayInside(name, inner.type, ((List<Object>) inner.content).size());
      elements(out, inner);
    } else if (value.array) {
      out.array(name, value.type, ((List<Object>) value.content).size());
      elements(out, value);
    } else if (value.type == EpeeType.OBJECT) {
      Map<String, Value> inner = (Map<String, Value>) value.content;
      out.objectEntry(name, inner.size());
      entries(out, inner);
    } else if (value.content instanceof byte[] string) {
      out.string(name, string);
    } else if (value.content instanceof Boolean bool) {
      out.bool(name, bool);
    } else {
      out.integer(name, value.type, (long) value.content);
    }
  }

  @SuppressWarnings("unchecked") // as section() built it
  private static void elements(EpeeWriter out, Value array) {
    for (Object element : (List<Object>) array.content) {
      if (element instanceof Map<?, ?> section) {
        out.section(section.size());
        entries(out, (Map<String, Value>) section);
      } else if (element instanceof byte[] string) {
        out.stringElement(string);
      } else if (element instanceof Boolean bool) {
        out.integerElement(EpeeType.BOOL, bool ? 1 : 0);
      } else {
        out.integerElement(array.type, (long) element);
      }
    }
  }
}
