package practicum.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.grade.ClassReport;
import practicum.grade.Marking;
import practicum.grade.Outbox;
import practicum.gradebook.Gradebook;
import practicum.report.MarkingPage;

/** The pages that the instructor's guide shows, of a class that is graded here: what they say, and whether it fits. */
final class GuidePagesTest {
    private static final int DESK = 1000;
    private static final int PHONE = 400;
    private static final int LARGEST_PICTURE = 150_000;

    @TempDir
    Path folder;

    @Test
    void feedbackReportAndMarkingSayHowItWentAndFitADeskAndAPhone() throws Exception {
        Path driver = Needs.chromedriver();
        Path program = Needs.chromium();
        Path out = SmallClass.graded(folder);
        String stem = SmallClass.PRACTICUM.stem();
        Path report = folder.resolve("report.html");
        Path marking = folder.resolve("marking.html");
        try (var book = Gradebook.open(Outbox.gradebook(out))) {
            Files.writeString(report, new ClassReport(book, SmallClass.PRACTICUM, out).page());
            Files.writeString(marking, MarkingPage.of(stem, book.title(stem), new Marking(book, stem).items(false)));
        }
        try (Chromium browser = Chromium.start(driver, program, folder.resolve("profile"))) {
            assertThat(shown(browser, out.resolve("feedback/ben").resolve(stem + ".html"), 900, "feedback.png", "h1"))
                    .contains("You unembed the stream as it is", "You stop at the first layer", "Hidden check 1");
            assertThat(shown(browser, report, 1100, "report.png", "h2"))
                    .contains("3 OK", "lens.top", "2 students", "ben, cleo");
            assertThat(shown(browser, marking, 1100, "marking.png", "h1"))
                    .contains("the curve of section 4", "A control that could have failed")
                    .doesNotContain("ada", "ben");
        }
    }

    /**
     * The text of a page that fits both widths.
     *
     * @param name of the picture that the guide gets
     * @param from where the picture begins: the first heading of this kind
     */
    private String shown(Chromium browser, Path page, int height, String name, String from) throws Exception {
        for (int width : new int[] {PHONE, DESK}) {
            browser.resize(width, height);
            browser.open(page.toUri());
            assertThat(overflow(browser)).as("%s at %d pixels", name, width).isNotPositive();
        }
        browser.script(
                "document.documentElement.style.overflow = 'hidden'; document.querySelector(arguments[0]).scrollIntoView()",
                from);
        Path screenshot = folder.resolve(name);
        browser.screenshot(screenshot);
        GuidePicture.save(Files.readAllBytes(screenshot), name);
        assertThat(Files.size(GuidePicture.file(name))).isLessThan(LARGEST_PICTURE);
        return browser.script("return document.body.innerText").getAsString();
    }

    /** By how many pixels a page is wider than its window. */
    private static int overflow(Chromium browser) throws IOException, InterruptedException {
        return browser.script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
                .getAsInt();
    }
}
