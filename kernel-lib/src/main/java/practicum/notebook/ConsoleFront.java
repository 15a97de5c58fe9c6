package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;

/** Shows the plain text of everything, for code that runs outside a notebook. */
final class ConsoleFront implements Front {
    @Override
    public void stream(String name, String text) {
        (name.equals("stderr") ? System.err : System.out).print(text);
    }

    @Override
    public void display(DisplayData data) {
        System.out.println(data.getData(MIMEType.TEXT_PLAIN));
    }

    @Override
    public boolean canUpdate() {
        return false;
    }

    @Override
    public void update(DisplayData data) {
        // what is printed stays printed
    }
}
