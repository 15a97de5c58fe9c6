package practicum.runner;

import practicum.nbformat.Output;

/** What the process says, one line each. */
sealed interface CellEvent {
    /** It can take cells. */
    record Ready() implements CellEvent {}

    /** The running cell shows something. */
    record Shown(Output output) implements CellEvent {}

    /** The running cell shows something that it may change later, or changes it. */
    record Display(String displayId, Output.Display output, boolean isUpdate) implements CellEvent {}

    /** The cell of this id has ended. */
    record Done(String id) implements CellEvent {}
}
