package org.ringlight.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * What the first Ctrl-C, or a request to terminate, does; the second one ends the process at once.
 * A shutdown hook would not do: while the JVM shuts down, the libraries below the tables refuse to
 * work.
 *
 * <p>{@code sun.misc.Signal} is the only way to hear of a signal; it is reached by reflection since
 * it is no part of the platform's interface.
 */
public final class CtrlC {

  private CtrlC() {}

  /** Has {@code action} run, in a thread of its own, when the process is asked to stop. */
  public static void does(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object byDefault = handler.getField("SIG_DFL").get(null);
      for (String name : new String[] {"INT", "TERM"}) {
        Object which = signal.getConstructor(String.class).newInstance(name);
        Object once =
            Proxy.newProxyInstance(
                CtrlC.class.getClassLoader(),
                new Class<?>[] {handler},
                (proxy, method, arguments) -> {
                  signal.getMethod("handle", signal, handler).invoke(null, which, byDefault);
                  action.run();
                  return null;
                });
        signal.getMethod("handle", signal, handler).invoke(null, which, once);
      }
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | NoSuchFieldException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      // a JVM without signals: it stops at once, and the next run goes on from the last commit
    }
  }
}
