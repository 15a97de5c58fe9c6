package practicum.runner;

import practicum.jupyter.NativeLibraries;
import practicum.source.Project;

/** The kernel as the build that runs the tests left it, with its natives unpacked. */
public final class TestKernel {
    private static final Kernel KERNEL = unpacked();

    private TestKernel() {}

    /** The one kernel of all tests. */
    public static Kernel get() {
        return KERNEL;
    }

    private static Kernel unpacked() {
        Project project = Project.find();
        new NativeLibraries(project).unpack();
        return Kernel.of(project.kernelClassPath(), project.nativeDir());
    }
}
