package practicum.sandbox;

import java.util.List;

/** What to do about a sandbox that is missing or does not hold. */
final class Remedies {
    private Remedies() {}

    /** For a host without the commands that build a sandbox. */
    static String install() {
        return "Install bubblewrap (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap), "
                + "or pass --unsafe where every submission is trusted.";
    }

    /** For a host whose sandbox was tried and did not hold. */
    static String mend(List<String> errors) {
        String said = errors.isEmpty() ? "" : "The sandbox said: " + String.join(" ", errors) + " ";
        return said + "Allow user namespaces (sysctl user.max_user_namespaces=15000; Debian: "
                + "sysctl kernel.unprivileged_userns_clone=1; Ubuntu 24.04: sysctl "
                + "kernel.apparmor_restrict_unprivileged_userns=0), use bubblewrap 0.7 or newer, run the grader as an "
                + "ordinary user; in a container start it as docs/container.md says. "
                + "Or pass --unsafe where every submission is trusted.";
    }
}
