package io.hubtriage.lab.staged;

import com.microsoft.azure.functions.ExecutionContext;
import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.logging.Logger;

/**
 * What the Functions worker does with the first call of a process, and nothing else: a program for
 * a JVM of its own. It loads the function as the worker does, makes it with its constructor without
 * parameters, and calls it. On standard output it marks how far it is, each time with the processor
 * time the process has used, in milliseconds.
 */
final class ColdWorker {
  static final String CONSTRUCTED = "mark:constructed ";
  static final String INVOKED = "mark:invoked ";

  private static final Logger LOGGER = Logger.getLogger("worker");

  private ColdWorker() {}

  /**
   * Makes one call.
   *
   * @param args the class path, the entry point as {@code function.json} has it, and what is handed
   *     to a parameter that takes text
   */
  public static void main(String... args) throws ReflectiveOperationException {
    String entry = args[1];
    int dot = entry.lastIndexOf('.');
    ClassLoader app = new URLClassLoader(urls(args[0]), ColdWorker.class.getClassLoader());
    Class<?> type = app.loadClass(entry.substring(0, dot));
    Method method = method(type, entry.substring(dot + 1));
    Object function = type.getDeclaredConstructor().newInstance();
    mark(CONSTRUCTED);
    Class<?>[] takes = method.getParameterTypes();
    Object[] given = new Object[takes.length];
    for (int i = 0; i < takes.length; i++) {
      given[i] = takes[i] == String.class ? args[2] : standIn(takes[i]);
    }
    method.invoke(function, given);
    mark(INVOKED);
    Runtime.getRuntime().halt(0);
  }

  private static URL[] urls(String path) {
    String[] files = path.split(File.pathSeparator, -1);
    URL[] urls = new URL[files.length];
    try {
      for (int i = 0; i < files.length; i++) {
        urls[i] = new File(files[i]).toURI().toURL();
      }
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path, e);
    }
    return urls;
  }

  private static Method method(Class<?> type, String name) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name) && Modifier.isPublic(method.getModifiers())) {
        return method;
      }
    }
    throw new IllegalArgumentException(type + " has no " + name);
  }

  /** Answers each of its methods with a stand-in of what that returns. */
  private static Object standIn(Class<?> type) {
    if (type == Logger.class) {
      return LOGGER;
    }
    return Proxy.newProxyInstance(
        ExecutionContext.class.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) -> standIn(method.getReturnType()));
  }

  private static void mark(String name) {
    long used = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    System.out.println(name + used);
    System.out.flush();
  }
}
