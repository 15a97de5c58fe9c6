package practicum.notebook;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;

/** Variables that hold functions: other languages call them like methods, and Java by their one method. */
final class FunctionValues {
    private static final String PACKAGE = "java.util.function.";

    private FunctionValues() {}

    /** How to call what a variable of this session holds. */
    static Optional<String> advice(JShell shell, String name) {
        return shell.variables()
                .filter(variable -> variable.name().equals(name))
                .map(VarSnippet::typeName)
                .findFirst()
                .flatMap(type -> advice(name, type));
    }

    /** How to call what a parameter of a method holds. */
    static Optional<String> adviceInside(String method, String name) {
        int body = method.indexOf('{');
        Matcher parameter = Pattern.compile("\\b(\\w+)(?:<[^(){}]*>)?\\s+" + Pattern.quote(name) + "\\s*[,)]")
                .matcher(body < 0 ? method : method.substring(0, body));
        return parameter.find() ? advice(name, parameter.group(1)) : Optional.empty();
    }

    private static Optional<String> advice(String name, String type) {
        return called(type)
                .map(method -> "‘%s’ holds a function: call it with %s.%s(…).".formatted(name, name, method));
    }

    /** The one method of a function's type. */
    private static Optional<String> called(String type) {
        String plain = type.replaceFirst("<.*", "").replaceFirst("^java\\.util\\.function\\.", "");
        try {
            return Stream.of(Class.forName(PACKAGE + plain).getMethods())
                    .filter(method -> Modifier.isAbstract(method.getModifiers()))
                    .map(Method::getName)
                    .findFirst();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
