package practicum.doctor;

import java.util.ArrayList;
import java.util.List;
import practicum.jupyter.NativeLibraries;
import practicum.load.Models;
import practicum.nbformat.Output;
import practicum.runner.CellOutcome;
import practicum.runner.CellProcess;
import practicum.runner.CellRunner;
import practicum.runner.Kernel;
import practicum.runner.KernelStartException;
import practicum.runner.Limits;
import practicum.sandbox.NoSandbox;
import practicum.source.Project;

/** The kernel, the native libraries and the shipped models, all tried by cells. */
record KernelExamination(Project project) implements Examination {
    @Override
    public List<Diagnosis> examine() {
        var kernel = Kernel.of(project.kernelClassPath(), project.nativeDir());
        try (CellRunner runner = CellProcess.start(kernel, new NoSandbox(project.root()), Limits.standard())) {
            List<Diagnosis> found = new ArrayList<>();
            CellOutcome sum = runner.run("1 + 1");
            found.add(
                    result(sum).equals("2")
                            ? Diagnosis.well(
                                    "kernel", "1 + 1 is 2, after " + sum.took().toMillis() + " ms.")
                            : Diagnosis.ill(
                                    "kernel", "1 + 1 gave " + words(sum), "Rebuild: ./mvnw -DskipTests package"));
            if (!new NativeLibraries(project).areUnpacked()) {
                found.add(Diagnosis.weak(
                        "natives",
                        "PyTorch's native libraries are not unpacked yet.",
                        "./practicum start unpacks them: once, 450 MB."));
                return found;
            }
            found.add(natives(runner));
            Models.SHIPPED.forEach(model -> found.add(model(runner, model)));
            return found;
        } catch (KernelStartException e) {
            return List.of(Diagnosis.ill(
                    "kernel",
                    String.valueOf(e.getMessage()),
                    "Rebuild with ./mvnw -DskipTests package and try again."));
        }
    }

    private Diagnosis natives(CellRunner runner) {
        CellOutcome outcome = runner.run("ai.djl.huggingface.tokenizers.jni.LibUtils.checkStatus();"
                + " practicum.tensor.Tensor.of(1.0, 2.0).sum().item()");
        return result(outcome).equals("3.0")
                ? Diagnosis.well("natives", "PyTorch and the tokenizers load, and PyTorch adds.")
                : Diagnosis.ill(
                        "natives",
                        "PyTorch's native libraries do not work here: " + words(outcome),
                        "Delete " + project.show(project.nativeDir())
                                + " and run ./practicum start. They exist for Linux"
                                + " (x86-64, ARM), macOS (Apple silicon) and Windows (x86-64).");
    }

    private static Diagnosis model(CellRunner runner, String name) {
        CellOutcome outcome = runner.run("practicum.zoo.Zoo.plan(\"" + name
                + "\").body().load(practicum.load.Models.folder(\"" + name + "\")).toString()");
        return outcome.status() == CellOutcome.Status.OK
                ? Diagnosis.well(
                        "model", "\"" + name + "\" loads in " + outcome.took().toMillis() + " ms.")
                : Diagnosis.weak(
                        "model",
                        "\"" + name + "\" does not load: " + words(outcome),
                        "It ships with the course: git checkout -- kernel-lib, or train it anew with ./practicum model"
                                + " train " + name);
    }

    private static String result(CellOutcome outcome) {
        return outcome.outputs().stream()
                .filter(Output.Result.class::isInstance)
                .map(output -> ((Output.Result) output).data().get("text/plain"))
                .filter(text -> text != null && text.isJsonPrimitive())
                .map(text -> text.getAsString())
                .findFirst()
                .orElse("");
    }

    /** What a cell came to, for a reader who expected something else. */
    private static String words(CellOutcome outcome) {
        return outcome.outputs().stream()
                .filter(Output.Failure.class::isInstance)
                .map(output -> ((Output.Failure) output).ename() + ": " + ((Output.Failure) output).evalue())
                .findFirst()
                .orElse(outcome.detail().isEmpty() ? "\"" + result(outcome) + "\"." : outcome.detail());
    }
}
